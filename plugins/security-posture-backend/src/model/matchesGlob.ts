/**
 * Whether a text is of a pattern in which `*` stands for any characters. Takes
 * time in the length of both alone, because patterns come from requests too.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  const [head, ...others] = pattern.split('*');
  const tail = others.pop();
  if (tail === undefined) return pattern === text;
  if (!text.startsWith(head)) return false;
  let at = head.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - tail.length >= at && text.endsWith(tail);
}

/** How many characters a pattern fixes; a text without `*` fixes all. */
export function specificity(pattern: string): number {
  return pattern.includes('*')
    ? pattern.replace(/\*/g, '').length
    : Number.POSITIVE_INFINITY;
}
