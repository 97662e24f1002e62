import type { RemediationAction } from 'backstage-plugin-security-posture-common';

/** What an action brings, as a reader sees it. */
export type Gain =
  | { kind: 'risk'; before: string; after: string }
  | { kind: 'coverage'; percent: string };

/**
 * The fall of the risk in whole points, in tenths if it is less than one; else
 * the rise of coverage; undefined if it brings neither.
 */
export function gainOf(
  action: Pick<RemediationAction, 'riskBefore' | 'riskAfter' | 'coverageGain'>,
): Gain | undefined {
  const { riskBefore, riskAfter, coverageGain = 0 } = action;
  if (riskBefore !== undefined && riskAfter !== undefined) {
    for (const digits of [0, 1]) {
      const before = riskBefore.toFixed(digits);
      const after = riskAfter.toFixed(digits);
      if (Number(after) < Number(before))
        return { kind: 'risk', before, after };
    }
  }
  if (coverageGain <= 0) return undefined;
  const percent = Math.max(1, Math.round(coverageGain * 100)).toString();
  return { kind: 'coverage', percent };
}
