import type {
  CheckResult,
  Evidence,
} from 'backstage-plugin-security-posture-common';
import type { ComponentFacts } from '../model/facts';
import type { Judgement } from './Check';
import { judgementOf } from './judgements';

/** One half of a combination on a workload or an image; undefined: nobody looked. */
export type Half = boolean | undefined;

/** A place where two halves of a combination may meet. */
export interface Meeting {
  first: Half;
  second: Half;
  /** What it is if they meet. Default `fail`. */
  worst?: 'fail' | 'warn';
  evidenceOf(result: CheckResult): Evidence[];
}

export interface MeetingSentences {
  /** The whole sentence if they meet somewhere. */
  meets(worst: Evidence[]): string;
  pass: string;
  /** What is missing where one half is unknown. */
  unknown: string;
}

/**
 * Judges what is toxic only together: it fails where both halves hold, passes
 * where both were looked at and do not meet, and is unknown else.
 */
export function judgeMeetings(
  facts: ComponentFacts,
  meetings: readonly Meeting[],
  { meets, pass, unknown }: MeetingSentences,
): Judgement {
  if (meetings.length === 0 && facts.component.type === 'library') {
    return {
      result: 'not-applicable',
      summary: 'A library is not deployed.',
      evidence: [],
    };
  }
  const evidence = meetings.flatMap(meeting =>
    meeting.evidenceOf(resultOf(meeting)),
  );
  return judgementOf(evidence, {
    fail: meets,
    warn: meets,
    pass,
    unknown,
    'not-applicable': 'Nothing to judge.',
  });
}

function resultOf({ first, second, worst = 'fail' }: Meeting): CheckResult {
  if (first && second) return worst;
  return first === undefined || second === undefined ? 'unknown' : 'pass';
}
