/** A pattern in which `*` matches any characters, ends included. */
export function globPattern(glob: string, wildcard: string = '.*'): RegExp {
  const source = glob
    .split(/\*+/)
    .map(part => part.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'))
    .join(wildcard);
  return new RegExp(`^${source}$`, 'i');
}

/** The parts of an annotation that lists things separated by commas. */
export function listOf(annotation: string | undefined): string[] {
  return (annotation ?? '')
    .split(/[,\n]/)
    .map(part => part.trim())
    .filter(part => part !== '' && part.length <= 500);
}
