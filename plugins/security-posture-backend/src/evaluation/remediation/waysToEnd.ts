import type { JudgedCheck } from 'backstage-plugin-security-posture-common';

const COMBINATION = 'combination.';

/**
 * The groups of evidence of which one has to end, in whole, for a check to pass.
 * Usually all of it is one group. A combination is broken by ending either half
 * of what meets: the findings, or what they meet. Where a check lists only some
 * of its failing evidence, or none, no evidence tells that it passes.
 */
export function waysToEnd<T>(
  { checkId, evidence, evidenceTotal }: JudgedCheck,
  findings: readonly T[],
  others: readonly T[],
): T[][] {
  const last = evidence.at(-1)?.result;
  // The worst comes first, so that what is not listed may fail as well.
  const isCut =
    evidenceTotal > evidence.length && (last === 'fail' || last === 'warn');
  const all = [...findings, ...others];
  if (isCut || all.length === 0) return [];
  return checkId.startsWith(COMBINATION) &&
    findings.length > 0 &&
    others.length > 0
    ? [[...findings], [...others]]
    : [all];
}
