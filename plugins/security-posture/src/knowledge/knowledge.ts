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
  /** The stages that apply but have no fresh report, or stale findings and no others. */
  unknown: Stage[];
}

const isUnknown = (state: StageState) =>
  state === 'never-scanned' || state === 'stale';

function quietState(states: StageState[]): Knowledge['quiet'] {
  const applicable = states.filter(state => state !== 'not-applicable');
  if (!applicable.some(isUnknown)) {
    return applicable.length === 0 ? 'not-applicable' : 'clean';
  }
  if (!applicable.every(isUnknown)) return 'partly-known';
  if (!states.includes('stale')) return 'never-scanned';
  return states.includes('never-scanned') ? 'partly-known' : 'stale';
}

/** `only` narrows it to some stages; none means all of them. */
export function knowledgeOf(
  stages: Posture['stages'],
  only: readonly Stage[] = [],
): Knowledge {
  const considered = only.length > 0 ? only : allStages;
  return {
    quiet: quietState(considered.map(stage => shownState(stages[stage]))),
    unknown: considered.filter(stage => isUnknown(shownState(stages[stage]))),
  };
}
