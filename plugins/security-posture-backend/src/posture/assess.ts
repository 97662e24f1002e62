import type {
  CheckCounts,
  JudgedCheck,
  Risk,
  VerdictSummary,
} from 'backstage-plugin-security-posture-common';
import {
  assessRisk,
  enforce,
  factsForBuild,
  judgeChecks,
  rule,
  type CheckContext,
  type Ruling,
} from '../evaluation';
import type { ComponentFacts } from '../model/facts';

/** A component judged. */
export interface Assessment {
  facts: ComponentFacts;
  context: CheckContext;
  judged: JudgedCheck[];
  risk: Risk;
}

/** Judges all checks of a component and the risk that they and its findings make. */
export function assess(
  facts: ComponentFacts,
  context: CheckContext,
): Assessment {
  const judged = judgeChecks(facts, context);
  return { facts, context, judged, risk: assessRisk(facts, judged, context) };
}

/**
 * What the policy says of it at one of its places: of the newest builds as the
 * gate does, or of all that is known where it is let in.
 */
export function summaryOf(
  { facts, context, judged }: Assessment,
  point: Ruling['point'],
): VerdictSummary {
  const ruling =
    point === 'build'
      ? rule(factsForBuild(facts), context, point).ruling
      : enforce(judged, context.policy, point, facts.exceptions);
  return {
    result: ruling.result,
    mode: ruling.mode,
    violations: ruling.violations.length,
    warnings: ruling.warnings.length,
    waived: ruling.waived.length,
  };
}

export function countResults(judged: JudgedCheck[]): CheckCounts {
  const counts: CheckCounts = {
    pass: 0,
    warn: 0,
    fail: 0,
    unknown: 0,
    'not-applicable': 0,
  };
  for (const { result } of judged) counts[result] += 1;
  return counts;
}
