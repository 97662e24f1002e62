import type { Severity } from 'backstage-plugin-security-posture-common';
import { severityOfCvss } from 'backstage-plugin-security-posture-node';
import type { ReadRule } from './rule';
import type { Result } from './schema';

const levels = new Map<string, Severity>([
  ['error', 'high'],
  ['warning', 'medium'],
  ['note', 'low'],
  ['none', 'info'],
]);

/** Kinds of results that are no failure have no level. */
const withoutLevel = new Set(['informational', 'review', 'open']);

/**
 * The rule's `security-severity`, a CVSS score, else the level: the result's,
 * the rule's default, or `warning`.
 */
export function severityOf(
  result: Result,
  rule: ReadRule | undefined,
): Severity {
  if (result.kind !== undefined && withoutLevel.has(result.kind)) return 'info';
  const score = readScore(rule?.securitySeverity ?? ownSeverity(result));
  if (score !== undefined) {
    // Trivy writes 0.0 for a severity that nobody has told it.
    return score === 0 && rule?.tags.includes('UNKNOWN')
      ? 'unknown'
      : severityOfCvss(score);
  }
  return (
    levels.get(result.level ?? '') ?? levels.get(rule?.level ?? '') ?? 'medium'
  );
}

function ownSeverity({ properties }: Result): unknown {
  return typeof properties === 'object' &&
    properties !== null &&
    'security-severity' in properties
    ? properties['security-severity']
    : undefined;
}

function readScore(value: unknown): number | undefined {
  const score =
    typeof value === 'string' && /^\s*\d{1,2}(\.\d{1,6})?\s*$/.test(value)
      ? Number(value)
      : value;
  return typeof score === 'number' && score >= 0 && score <= 10
    ? score
    : undefined;
}
