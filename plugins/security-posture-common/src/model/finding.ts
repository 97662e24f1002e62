/**
 * The kinds of a finding.
 *
 * @public
 */
export const findingKinds = [
  'vulnerability',
  'misconfiguration',
  'secret',
  'licence',
  'code',
  'alert',
] as const;

/** @public */
export type FindingKind = (typeof findingKinds)[number];

/**
 * Where a finding stands in its life cycle.
 *
 * - `open`: a report still shows it
 * - `fixed`: the scope it was seen in was reported again, complete, without it
 * - `suppressed`: the tool or a person said that it does not count
 *
 * @public
 */
export const findingStates = ['open', 'fixed', 'suppressed'] as const;

/** @public */
export type FindingState = (typeof findingStates)[number];
