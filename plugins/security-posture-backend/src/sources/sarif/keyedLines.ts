const MAX_LINES = 40;

/**
 * The `Key: value` lines with which scanners fill messages that have no place
 * for a package. Keys are in lower case; the first of a key wins.
 */
export function keyedLines(text: string | undefined): Map<string, string> {
  const lines = new Map<string, string>();
  if (text === undefined || !text.includes(':')) return lines;
  for (const line of text.slice(0, 8000).split('\n', MAX_LINES)) {
    const colon = line.indexOf(':');
    if (colon < 1 || colon > 30) continue;
    const key = line.slice(0, colon).trim().toLocaleLowerCase('en-US');
    const value = line.slice(colon + 1).trim();
    if (value !== '' && !lines.has(key)) lines.set(key, value);
  }
  return lines;
}
