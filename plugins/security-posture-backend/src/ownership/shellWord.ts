/** A text as one word of a POSIX shell, whatever is in it. */
export function shellWord(text: string): string {
  // A shell takes no NUL at all.
  const safe = text.replaceAll('\0', '');
  return /^[\w@%+=:,./-]+$/.test(safe)
    ? safe
    : `'${safe.replaceAll("'", `'\\''`)}'`;
}
