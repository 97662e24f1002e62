import type {
  DecisionAction,
  PolicyOutcome,
} from 'backstage-plugin-security-posture-common';
import type { Violation } from './dialects';

/** A violation and what became of the request because of it. */
export interface Ruling extends Violation {
  action: DecisionAction;
  outcome: PolicyOutcome;
}

export function rulingOf(violation: Violation, action: DecisionAction): Ruling {
  return {
    ...violation,
    action,
    outcome: violation.failedToJudge ? 'error' : 'fail',
  };
}

/** Tells the bindings of validating admission policies apart. */
export function bindingKey({ engine, policy, rule = '' }: Violation): string {
  return `${engine}\n${policy}\n${rule}`;
}
