/**
 * The severities of a finding, worst first. `unknown` means that the tool gave
 * no usable severity; it is never treated as harmless.
 *
 * @public
 */
export const severities = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
  'unknown',
] as const;

/** @public */
export type Severity = (typeof severities)[number];

/**
 * How many of something there are, by severity.
 *
 * @public
 */
export type SeverityCounts = Record<Severity, number>;

/**
 * Counts of zero for every severity.
 *
 * @public
 */
export function noSeverityCounts(): SeverityCounts {
  return { critical: 0, high: 0, medium: 0, low: 0, info: 0, unknown: 0 };
}
