import {
  policyOutcomes,
  type DecisionAction,
  type PolicyOutcome,
} from 'backstage-plugin-security-posture-common';

// A policy report says what an engine found, not that it refused: what it
// speaks of exists, so a failure was let in and recorded.
const actions = new Map<string, DecisionAction>([
  ['pass', 'allow'],
  ['fail', 'audit'],
  ['warn', 'warn'],
  ['error', 'allow'],
  ['skip', 'allow'],
]);

/** The outcome and what it means for its resource; undefined if unheard of. */
export function readOutcome(
  text: string | undefined,
): { outcome: PolicyOutcome; action: DecisionAction } | undefined {
  const outcome = policyOutcomes.find(known => known === text);
  const action = outcome && actions.get(outcome);
  return outcome && action ? { outcome, action } : undefined;
}
