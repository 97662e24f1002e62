import type { Severity } from 'backstage-plugin-security-posture-common';

const words: [word: string, severity: Severity][] = [
  ['critical', 'critical'],
  ['high', 'high'],
  ['important', 'high'],
  ['medium', 'medium'],
  ['moderate', 'medium'],
  ['low', 'low'],
  ['minor', 'low'],
  ['info', 'info'],
  ['informational', 'info'],
  ['negligible', 'info'],
  ['none', 'info'],
];

/** As words, and as most tools write them: `CRITICAL` or `Critical`. */
const spellings = new Map(
  words.flatMap(([word, severity]) => {
    const upper = word.toUpperCase();
    return [word, upper, upper[0] + word.slice(1)].map(
      (spelling): [string, Severity] => [spelling, severity],
    );
  }),
);

/**
 * The severity behind a tool's spelling: `CRITICAL`, `Important`,
 * `HIGH_SEVERITY`, `Negligible`. Anything else is `unknown`, never less.
 *
 * @public
 */
export function readSeverity(spelling: unknown): Severity {
  if (typeof spelling !== 'string') return 'unknown';
  const known = spellings.get(spelling);
  if (known) return known;
  const word = spelling
    .trim()
    .toLowerCase()
    .replace(/_severity$/, '');
  return spellings.get(word) ?? 'unknown';
}

/**
 * The qualitative rating of a CVSS base score (CVSS 3.1, section 5).
 *
 * @public
 */
export function severityOfCvss(score: number | undefined): Severity {
  if (score === undefined || !(score >= 0 && score <= 10)) return 'unknown';
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : 'info';
}
