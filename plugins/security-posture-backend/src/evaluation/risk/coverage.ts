import type { JudgedCheck } from 'backstage-plugin-security-posture-common';

/** How much of a component could be judged. */
export interface Coverage {
  /** Checks that the component has something for. */
  applicable: number;
  /** Those of them that nothing tells about. */
  unknown: number;
  /** Share that could be judged, 0 to 1; 0 if nothing is applicable. */
  share: number;
}

export function coverageOf(judged: readonly JudgedCheck[]): Coverage {
  let applicable = 0;
  let unknown = 0;
  for (const { result } of judged) {
    if (result === 'not-applicable') continue;
    applicable += 1;
    if (result === 'unknown') unknown += 1;
  }
  return {
    applicable,
    unknown,
    share: applicable === 0 ? 0 : (applicable - unknown) / applicable,
  };
}
