/** Words that mark what comes before the version that they hang on. */
const earlier = new Set([
  ...['alpha', 'beta', 'cr', 'dev', 'ea', 'milestone', 'nightly', 'pre'],
  ...['preview', 'rc', 'snapshot'],
]);

/** Letters mark it in some ecosystems only: OpenSSL 1.1.1b came after 1.1.1. */
const earlierIn: Partial<Record<string, ReadonlySet<string>>> = {
  maven: new Set(['m']),
  pypi: new Set(['a', 'b', 'c']),
};

/** Words that mark the version itself. */
const same = new Set(['final', 'ga', 'release']);

/** Ecosystems where anything after a `-` comes before the version, and what follows a `+` does not count. */
const semantic = new Set(['cargo', 'golang', 'npm', 'nuget', 'pub', 'swift']);

/** Kinds of parts, by the order in which they go at the same place. */
const kinds = { tilde: 0, earlier: 1, end: 2, dash: 3, word: 4, number: 5 };

interface Part {
  kind: number;
  text: string;
}

const end: Part = { kind: kinds.end, text: '' };

/**
 * Orders two versions of a package of a type of package URL: by epoch, then by
 * numbers and words from left to right, with `~` and words such as `rc` before
 * the version that they hang on. Good enough to choose between versions that
 * advisories name; no ecosystem's rules in full.
 *
 * @returns below 0 if `a` comes first, above 0 if `b` does, else 0
 */
export function compareVersions(a: string, b: string, type = ''): number {
  const left = read(a, type);
  const right = read(b, type);
  const byEpoch = compareNumbers(left.epoch, right.epoch);
  if (byEpoch !== 0) return byEpoch;
  const length = Math.max(left.parts.length, right.parts.length);
  for (let i = 0; i < length; i++) {
    const order = compareParts(left.parts[i] ?? end, right.parts[i] ?? end);
    if (order !== 0) return order;
  }
  return 0;
}

/**
 * The part of a version that promises what it breaks: its first number, or the
 * first two while the first is 0.
 */
export function releaseLine(version: string): string {
  const [major = '', minor = '0'] = (
    splitEpoch(version).rest.match(/\d+/g) ?? []
  ).map(trimmed);
  return major === '0' ? `0.${minor}` : major;
}

function read(version: string, type: string) {
  const { epoch, rest } = splitEpoch(version);
  const isSemantic = semantic.has(type);
  const text = isSemantic ? rest.replace(/\+.*$/s, '') : rest;
  const parts: Part[] = [];
  // Backwards, since what a part is depends on what follows it.
  for (const part of (text.match(/\d+|[a-z]+|~|-/g) ?? []).reverse()) {
    const next = parts[parts.length - 1] ?? end;
    if (same.has(part)) continue;
    const kind = kindOf(part, type, isSemantic);
    if (kind === kinds.dash && next.kind <= kinds.end) continue;
    if (kind === kinds.number && next.kind <= kinds.end && isZero(part))
      continue;
    parts.push({ kind, text: part });
  }
  return { epoch, parts: parts.reverse() };
}

function kindOf(part: string, type: string, isSemantic: boolean): number {
  if (part === '~') return kinds.tilde;
  if (part === '-') return isSemantic ? kinds.earlier : kinds.dash;
  if (isNumber(part)) return kinds.number;
  return earlier.has(part) || earlierIn[type]?.has(part)
    ? kinds.earlier
    : kinds.word;
}

function compareParts(a: Part, b: Part): number {
  if (a.kind !== b.kind) return a.kind - b.kind;
  if (a.kind === kinds.number) return compareNumbers(a.text, b.text);
  if (a.text === b.text) return 0;
  return a.text < b.text ? -1 : 1;
}

function splitEpoch(version: string): { epoch: string; rest: string } {
  const [, epoch = '0', rest = ''] =
    /^(?:(\d+):)?v?(.*)$/s.exec(version.trim().toLowerCase()) ?? [];
  return { epoch, rest };
}

function isNumber(part: string): boolean {
  return part >= '0' && part < ':';
}

function isZero(digits: string): boolean {
  return trimmed(digits) === '0';
}

/** By their digits, since a version may hold numbers of any length. */
function compareNumbers(a: string, b: string): number {
  const left = trimmed(a);
  const right = trimmed(b);
  if (left.length !== right.length) return left.length - right.length;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function trimmed(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}
