/**
 * The stages in the life of a service that a report speaks of.
 *
 * @public
 */
export const stages = ['build', 'deploy', 'runtime'] as const;

/** @public */
export type Stage = (typeof stages)[number];

/**
 * What is known about one stage of a component.
 *
 * - `never-scanned`: no report of this stage was ever received
 * - `stale`: the newest report is older than the freshness window
 * - `clean`: fresh reports, and nothing is open
 * - `warning`: fresh reports, and only minor problems are open
 * - `failing`: fresh reports, and a critical or high problem is open
 * - `not-applicable`: the component has no such stage (a library never runs)
 *
 * @public
 */
export const stageStates = [
  'never-scanned',
  'stale',
  'clean',
  'warning',
  'failing',
  'not-applicable',
] as const;

/** @public */
export type StageState = (typeof stageStates)[number];
