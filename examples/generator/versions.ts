/**
 * Compares two versions as dpkg does: epoch, upstream, revision; digits by
 * value, letters before other characters, `~` before everything. Versions of
 * Alpine come out right too.
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [split(a), split(b)];
  return (
    left.epoch - right.epoch ||
    comparePart(left.upstream, right.upstream) ||
    comparePart(left.revision, right.revision)
  );
}

/** Epoch, upstream version and revision of a version of Debian. */
export function split(version: string) {
  const colon = version.indexOf(':');
  const rest = version.slice(colon + 1);
  const dash = rest.lastIndexOf('-');
  return {
    epoch: colon < 0 ? 0 : Number(version.slice(0, colon)),
    upstream: dash < 0 ? rest : rest.slice(0, dash),
    revision: dash < 0 ? '' : rest.slice(dash + 1),
  };
}

function comparePart(a: string, b: string): number {
  let [left, right] = [a, b];
  while (left !== '' || right !== '') {
    const [words, digits] = [/^\D*/, /^\d*/];
    const [x, y] = [words.exec(left)![0], words.exec(right)![0]];
    const byWords = compareWords(x, y);
    if (byWords !== 0) return byWords;
    left = left.slice(x.length);
    right = right.slice(y.length);
    const [m, n] = [digits.exec(left)![0], digits.exec(right)![0]];
    if (Number(m) !== Number(n)) return Number(m) - Number(n);
    left = left.slice(m.length);
    right = right.slice(n.length);
  }
  return 0;
}

function compareWords(a: string, b: string): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = weight(a[i]) - weight(b[i]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function weight(character: string | undefined): number {
  if (character === '~') return -1;
  if (character === undefined) return 0;
  return /[a-zA-Z]/.test(character)
    ? character.charCodeAt(0)
    : character.charCodeAt(0) + 256;
}
