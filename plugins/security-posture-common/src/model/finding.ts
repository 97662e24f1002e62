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
 * - `open`: a report still shows it on the newest build or on what runs
 * - `fixed`: nothing shows it any more, in scopes that were reported again, complete
 * - `suppressed`: the tool, a person, a VEX statement or an exception says that it does not count
 * - `stale`: it was open when it was last looked for, and nobody looked for too long
 *
 * @public
 */
export const findingStates = ['open', 'fixed', 'suppressed', 'stale'] as const;

/** @public */
export type FindingState = (typeof findingStates)[number];

/**
 * What is new about an open finding.
 *
 * - `new`: only the latest report of its scope shows it
 * - `existing`: it was shown before, too
 * - `reopened`: it was fixed before
 *
 * @public
 */
export const findingActivities = ['new', 'existing', 'reopened'] as const;

/** @public */
export type FindingActivity = (typeof findingActivities)[number];

/**
 * Where the artifacts that hold a finding are, of an image line of which some
 * digest is known to run.
 *
 * - `deployed`: in the newest build and in what runs
 * - `awaiting-rollout`: gone from the newest build, but an older one still runs
 * - `will-ship`: in the newest build, which does not run yet
 *
 * @public
 */
export const rollouts = ['deployed', 'awaiting-rollout', 'will-ship'] as const;

/** @public */
export type Rollout = (typeof rollouts)[number];

/**
 * Who said that a suppressed finding does not count.
 *
 * @public
 */
export const suppressors = ['exception', 'triage', 'vex', 'tool'] as const;

/** @public */
export type Suppressor = (typeof suppressors)[number];

/**
 * How a finding stands to its deadline.
 *
 * - `none`: it has none
 * - `due`: open, and there is time left
 * - `breached`: open, and the deadline has passed
 * - `met`: fixed in time
 * - `missed`: fixed too late
 *
 * @public
 */
export const slaStates = ['none', 'due', 'breached', 'met', 'missed'] as const;

/** @public */
export type SlaState = (typeof slaStates)[number];
