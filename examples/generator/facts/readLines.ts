/** The lines of a table, without the empty ones. */
export function readLines(table: string): string[] {
  return table
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
}

/** The words of a list. */
export function readWords(list: string): string[] {
  return list.split(/\s+/).filter(word => word !== '');
}
