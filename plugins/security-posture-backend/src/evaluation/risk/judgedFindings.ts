import type { JudgedCheck } from 'backstage-plugin-security-posture-common';
import type { FindingFacts } from '../../model/facts';

/** The weight of a check in the risk, 0 to 1; see `Check.weight`. */
export type WeightOf = (checkId: string) => number;

/** Whether a check found something: accepted or not. */
export function hasFailed({ result }: JudgedCheck): boolean {
  return result === 'fail' || result === 'warn';
}

/**
 * Tells the misconfigurations that count through a check which found them, so
 * that they do not count twice, nor against an exception on that check. A check
 * that lists only some of its evidence found what is like the listed, too.
 */
export function judgedMisconfigurations(
  findings: readonly FindingFacts[],
  judged: readonly JudgedCheck[],
  weightOf: WeightOf,
): (finding: FindingFacts) => boolean {
  if (!findings.some(({ kind }) => kind === 'misconfiguration')) {
    return () => false;
  }
  const ids = new Set<string>();
  const partly = new Set<string>();
  for (const check of judged) {
    if (!hasFailed(check) || weightOf(check.checkId) <= 0) continue;
    for (const { kind, id, result } of check.evidence) {
      if (kind !== 'finding' || id === undefined) continue;
      if (result !== 'fail' && result !== 'warn') continue;
      ids.add(id);
      if (check.evidenceTotal > check.evidence.length) partly.add(id);
    }
  }
  const problems = new Set<string>();
  if (partly.size > 0) {
    for (const { id, kind, problem } of findings) {
      if (kind === 'misconfiguration' && partly.has(id)) problems.add(problem);
    }
  }
  return ({ id, problem }) => ids.has(id) || problems.has(problem);
}
