/**
 * What a policy engine did with a request or an object.
 *
 * - `deny`: refused
 * - `warn`: let in, and the requester was warned
 * - `audit`: let in, and the violation was recorded
 * - `allow`: let in
 *
 * @public
 */
export const decisionActions = ['deny', 'warn', 'audit', 'allow'] as const;

/** @public */
export type DecisionAction = (typeof decisionActions)[number];

/**
 * The outcome of one policy rule as policy reports spell it.
 *
 * @public
 */
export const policyOutcomes = [
  'pass',
  'fail',
  'warn',
  'error',
  'skip',
] as const;

/** @public */
export type PolicyOutcome = (typeof policyOutcomes)[number];
