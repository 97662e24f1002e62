/** The keys stand at the beginning, before any description. */
const MAX_LINES = 12;
const MAX_KEY_LENGTH = 30;

const none: ReadonlyMap<string, string> = new Map();

/**
 * The `Key: value` lines with which scanners fill messages that have no place
 * for a package. Keys are in lower case; the first of a key wins.
 */
export function keyedLines(
  text: string | undefined,
): ReadonlyMap<string, string> {
  if (text === undefined || !text.includes('\n')) return none;
  const lines = new Map<string, string>();
  let start = 0;
  for (let line = 0; line < MAX_LINES && start < text.length; line += 1) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const colon = text.indexOf(':', start);
    if (colon > start && colon < end && colon - start <= MAX_KEY_LENGTH) {
      const key = text.slice(start, colon).trim().toLowerCase();
      const value = text.slice(colon + 1, Math.min(end, colon + 4000)).trim();
      if (value !== '' && !lines.has(key)) lines.set(key, value);
    }
    start = end + 1;
  }
  return lines;
}
