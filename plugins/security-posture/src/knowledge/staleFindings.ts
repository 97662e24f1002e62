import type {
  CheckCounts,
  Posture,
  StagePosture,
  StageState,
} from 'backstage-plugin-security-posture-common';

/** How many findings nobody has looked for in too long, over all stages. */
export function staleFindings(stages: Posture['stages']): number {
  return Object.values(stages).reduce(
    (sum, { findings }) => sum + (findings?.stale ?? 0),
    0,
  );
}

/**
 * The state that a stage is shown in. While a finding is stale, fresh reports
 * of other things do not make it clean; nor is it while a practice fails.
 */
export function shownState(
  { state, findings }: StagePosture,
  checks?: CheckCounts,
): StageState {
  if (state !== 'clean') return state;
  if ((findings?.stale ?? 0) > 0) return 'stale';
  return (checks?.fail ?? 0) > 0 ? 'warning' : state;
}
