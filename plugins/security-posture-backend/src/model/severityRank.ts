import type { Severity } from 'backstage-plugin-security-posture-common';

/** Rank 5 is critical, 1 is info; any known severity outranks an unknown one. */
const ranked: Severity[] = [
  'unknown',
  'info',
  'low',
  'medium',
  'high',
  'critical',
];

export function rankOfSeverity(severity: Severity): number {
  return ranked.indexOf(severity);
}

export function severityOfRank(rank: number): Severity {
  return ranked[rank] ?? 'unknown';
}
