/**
 * Where a policy is enforced: `build` breaks builds through the gate,
 * `admission` refuses requests through the webhook.
 *
 * @public
 */
export const enforcementPoints = ['build', 'admission'] as const;

/** @public */
export type EnforcementPoint = (typeof enforcementPoints)[number];

/**
 * What a check that does not pass leads to.
 *
 * @public
 */
export const enforcements = ['off', 'warn', 'block'] as const;

/** @public */
export type Enforcement = (typeof enforcements)[number];

/**
 * How much of a policy is in force.
 *
 * - `dry-run`: verdicts are computed and recorded; nothing is refused or warned of
 * - `warn`: what would block warns
 * - `enforce`: what blocks blocks
 *
 * @public
 */
export const policyModes = ['dry-run', 'warn', 'enforce'] as const;

/** @public */
export type PolicyMode = (typeof policyModes)[number];

/**
 * How much work an action of a remediation plan is.
 *
 * @public
 */
export const efforts = ['small', 'medium', 'large'] as const;

/** @public */
export type Effort = (typeof efforts)[number];

/**
 * What an action of a remediation plan does.
 *
 * - `upgrade`: a package to a version that is not affected
 * - `rebuild`: an image on a newer base image
 * - `configure`: the settings of a workload
 * - `roll-out`: the build that is already clean
 * - `rotate`: a secret that leaked
 * - `investigate`: a runtime alert
 * - `scan`: what was never scanned, or too long ago
 * - `mend`: anything else that a check or a finding says how to mend
 *
 * @public
 */
export const actionKinds = [
  'upgrade',
  'rebuild',
  'configure',
  'roll-out',
  'rotate',
  'investigate',
  'scan',
  'mend',
] as const;

/** @public */
export type ActionKind = (typeof actionKinds)[number];
