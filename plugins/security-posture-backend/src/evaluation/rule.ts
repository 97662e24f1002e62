import type { JudgedCheck } from 'backstage-plugin-security-posture-common';
import type { ComponentFacts } from '../model/facts';
import type { Check, CheckContext } from './Check';
import { checks as allChecks } from './checks';
import { enforce, type Ruling } from './enforce';
import { judgeChecks } from './judgeChecks';

/**
 * What the policy says about facts at one of its places, by the checks that are
 * enforced there and no others.
 */
export function rule(
  facts: ComponentFacts,
  context: CheckContext,
  point: Ruling['point'],
): { judged: JudgedCheck[]; ruling: Ruling } {
  const judged = judgeChecks(facts, context, enforcedChecks(context, point));
  return {
    judged,
    ruling: enforce(judged, context.policy, point, facts.exceptions),
  };
}

const byRules = new WeakMap<object, Map<string, readonly Check[]>>();

/** The checks that a policy enforces somewhere. */
export function enforcedChecks(
  { policy }: Pick<CheckContext, 'policy'>,
  point: Ruling['point'],
): readonly Check[] {
  const known = byRules.get(policy)?.get(point);
  if (known) return known;
  const enforced = allChecks.filter(
    ({ id }) => (policy.checks[id]?.[point] ?? 'off') !== 'off',
  );
  const own = byRules.get(policy) ?? new Map<string, readonly Check[]>();
  byRules.set(policy, own.set(point, enforced));
  return enforced;
}
