import { plainText } from 'backstage-plugin-security-posture-node';

const MOST = 20;

/**
 * Versions out of a list such as `2.6.9, 3.1.0` or `>= 2.1.3, < 3.0.0`. Those
 * that are no step back from the installed version come first: the fix for
 * 3.0.1 is 3.1.0, not 2.6.9.
 */
export function fixedVersions(
  text: string | undefined,
  installed: string | undefined,
): string[] {
  if (!text) return [];
  const versions = new Set<string>();
  for (const part of text.slice(0, 2000).split(/,|\|\|/)) {
    if (versions.size === MOST) break;
    const version = plainText(part.trim().replace(/^[>=~^]+\s*/, ''), 100);
    if (version !== '' && !version.startsWith('<')) versions.add(version);
  }
  const list = [...versions];
  if (!installed || list.length < 2) return list;
  const from = numbersOf(installed);
  const isAhead = list.map(version => compare(numbersOf(version), from) >= 0);
  return [
    ...list.filter((_, index) => isAhead[index]),
    ...list.filter((_, index) => !isAhead[index]),
  ];
}

function numbersOf(version: string): number[] {
  return (version.slice(0, 100).match(/\d+/g) ?? []).slice(0, 6).map(Number);
}

function compare(left: number[], right: number[]): number {
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
