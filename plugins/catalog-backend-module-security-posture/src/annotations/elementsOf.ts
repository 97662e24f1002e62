/** The elements of an annotation that lists things, as the backend reads it. */
export function elementsOf(list: string): string[] {
  return list
    .split(/[,\n]/)
    .map(part => part.trim())
    .filter(part => part !== '');
}
