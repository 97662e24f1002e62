import type { Package, Vulnerability } from './schema';

const MAX_LENGTH = 200;

/** Words that name a version before the one they are attached to. */
const EARLIER =
  /^(a|alpha|b|beta|c|cr|dev|ea|m|milestone|pre|preview|rc|snapshot)$/;

/**
 * The versions later than the installed one that a record calls fixed, nearest
 * first.
 */
export function fixedVersionsOf(
  vulnerabilities: Vulnerability[],
  { name, version, ecosystem }: Package,
): string[] {
  const fixed = new Set<string>();
  for (const affected of vulnerabilities.flatMap(record => record.affected)) {
    const named = affected?.package;
    const isOther =
      named !== undefined &&
      (isDifferent(named.name, name) ||
        isDifferent(named.ecosystem, ecosystem));
    if (!affected || isOther) continue;
    for (const range of affected.ranges) {
      if (range?.type === 'GIT') continue;
      for (const event of range?.events ?? []) {
        if (event?.fixed) fixed.add(event.fixed);
      }
    }
  }
  return [...fixed]
    .filter(candidate => !version || compareVersions(candidate, version) > 0)
    .sort(compareVersions);
}

/** A Go record names the package inside the module, which is the same fix. */
function isDifferent(
  stated: string | undefined,
  own: string | undefined,
): boolean {
  if (stated === undefined || own === undefined) return false;
  const [other, mine] = [stated, own].map(name => name.toLowerCase());
  return other !== mine && !other.startsWith(`${mine}/`);
}

const NUMBER = 4;

/**
 * Compares versions as most ecosystems order them: numbers by value, `1.0-rc1`
 * and `1.0~1` before `1.0`, `1.0-1` after it, an epoch before all else.
 */
export function compareVersions(left: string, right: string): number {
  const [a, b] = [tokensOf(left), tokensOf(right)];
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = compareTokens(a[index], b[index]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function tokensOf(version: string): string[] {
  const text = version
    .slice(0, MAX_LENGTH)
    .toLowerCase()
    .replace(/^v(?=\d)/, '')
    .replace(/\+.*$/, '');
  const epoch = /^(\d+)[:!]/.exec(text);
  const rest = epoch ? text.slice(epoch[0].length) : text;
  return [epoch?.[1] ?? '0', ...(rest.match(/\d+|[a-z]+|~/g) ?? [])];
}

function compareTokens(
  left: string | undefined,
  right: string | undefined,
): number {
  const [a, b] = [rankOf(left), rankOf(right)];
  if (a !== b) return a - b;
  if (left === undefined || right === undefined) return 0;
  if (a !== NUMBER) return left < right ? -1 : Number(left > right);
  return Number(left) - Number(right);
}

function rankOf(token: string | undefined): number {
  if (token === undefined) return 2;
  if (token === '~') return 0;
  if (/^\d/.test(token)) return NUMBER;
  return EARLIER.test(token) ? 1 : 3;
}
