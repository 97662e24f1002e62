import {
  stages as allStages,
  type Posture,
  type Stage,
  type StageState,
} from 'backstage-plugin-security-posture-common';
import { shownState } from './staleFindings';

/** How much is known about some stages of a component. */
export interface Knowledge {
  /** What it means if none of these stages shows a problem. */
  quiet:
    | Extract<
        StageState,
        'clean' | 'stale' | 'never-scanned' | 'not-applicable'
      >
    | 'partly-known';
  /** The worst of the fresh states, or `quiet` if none shows a problem. */
  overall: Knowledge['quiet'] | 'failing' | 'warning';
  /** The stages that apply but have no fresh report, or stale findings and no others. */
  unknown: Stage[];
  fresh: Stage[];
}

function quietState(
  states: StageState[],
  fresh: Stage[],
  unknown: Stage[],
): Knowledge['quiet'] {
  if (unknown.length === 0) {
    return fresh.length === 0 ? 'not-applicable' : 'clean';
  }
  if (fresh.length > 0) return 'partly-known';
  if (!states.includes('stale')) return 'never-scanned';
  return states.includes('never-scanned') ? 'partly-known' : 'stale';
}

/** `only` narrows it to some stages; none means all of them. */
export function knowledgeOf(
  stages: Posture['stages'],
  only: readonly Stage[] = [],
): Knowledge {
  const considered = only.length > 0 ? only : allStages;
  const states = considered.map(stage => shownState(stages[stage]));
  const fresh: Stage[] = [];
  const unknown: Stage[] = [];
  for (const stage of considered) {
    const state = shownState(stages[stage]);
    if (state === 'never-scanned' || state === 'stale') unknown.push(stage);
    else if (state !== 'not-applicable') fresh.push(stage);
  }
  const quiet = quietState(states, fresh, unknown);
  const worst = (['failing', 'warning'] as const).find(state =>
    states.includes(state),
  );
  return { quiet, overall: worst ?? quiet, unknown, fresh };
}
