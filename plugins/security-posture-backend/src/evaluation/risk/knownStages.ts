import type {
  JudgedCheck,
  Stage,
} from 'backstage-plugin-security-posture-common';
import type { ComponentFacts } from '../../model/facts';

/**
 * The stages that reports tell something about. What the catalog alone tells,
 * such as whether an owner can be reached, says nothing of the risk.
 */
export function knownStages(
  { findings }: Pick<ComponentFacts, 'findings'>,
  judged: readonly JudgedCheck[],
): ReadonlySet<Stage> {
  return new Set([
    ...findings.map(({ stage }) => stage),
    ...judged.filter(isReported).map(({ stage }) => stage),
  ]);
}

function isReported({ result, evidence }: JudgedCheck): boolean {
  if (result === 'unknown' || result === 'not-applicable') return false;
  return (
    evidence.length === 0 ||
    evidence.some(({ kind, subject }) => kind !== 'component' || subject)
  );
}
