import type { Grade } from 'backstage-plugin-security-posture-common';
import { count } from '../judgements';
import type { Coverage } from './coverage';
import type { GradeCap } from './gradeCaps';

/** Below this share no grade says anything, below the other none is the best. */
const COVERAGE_TO_GRADE = 0.3;
const COVERAGE_OF_A = 0.7;

export interface GradeFacts {
  /** 0 to 100; undefined: nothing at all is known. */
  score: number | undefined;
  /** What the score would be if every check without data failed. */
  worstScore: number;
  coverage: Coverage;
  /** Caps that findings set. */
  caps: readonly GradeCap[];
}

const ranks: Record<Grade, number> = { A: 0, B: 1, C: 2, D: 3, F: 4, '?': 4 };

/** How bad a grade is: 0 is the best. `F` and `?` promise nothing, both. */
export function rankOfGrade(grade: Grade): number {
  return ranks[grade];
}

/**
 * The grade of a component: the worst of
 *
 * - the letter of its score: 100 less the risk is A from 90, B from 80, C from
 *   70, D from 60, F below
 * - what certain findings cap, see `capsOfFindings`
 * - B while less than 70 % of the checks could be judged
 * - the letter that its score would have if every check without data failed. A
 *   grade is a promise: it holds whatever those checks turn out to be. Anything
 *   better would let a component improve by no longer reporting what fails,
 *   since one that fails may become one without data.
 *
 * It is `?` while less than 30 % of the checks could be judged, and where only
 * what is unknown would make it an F: that is neither proven, nor is anything
 * better.
 */
export function gradeOf({ score, worstScore, coverage, caps }: GradeFacts): {
  grade: Grade;
  caps: GradeCap[];
} {
  const letter = score === undefined ? '?' : letterOf(score);
  const candidates = [...caps];
  const { unknown, share } = coverage;
  if (score === undefined) {
    candidates.push({ grade: '?', reason: 'Nothing is known about it.' });
  } else if (share < COVERAGE_TO_GRADE) {
    candidates.push({ grade: '?', reason: judgedShare(share) });
  } else if (share < COVERAGE_OF_A) {
    candidates.push({ grade: 'B', reason: judgedShare(share) });
  }
  const known = worstOf([letter, ...candidates.map(cap => cap.grade)]);
  const promise = letterOf(worstScore);
  if (unknown > 0 && score !== undefined) {
    candidates.push({
      grade: promise === 'F' && known !== 'F' ? '?' : promise,
      reason: `${count(
        unknown,
        'check has',
        'checks have',
      )} no data: if all failed, the risk would be ${Math.round(worstScore)}.`,
    });
  }
  return {
    grade: worstOf([letter, ...candidates.map(cap => cap.grade)]),
    caps: candidates
      .filter(
        cap =>
          cap.grade !== letter && rankOfGrade(cap.grade) >= rankOfGrade(letter),
      )
      .sort((a, b) => badness(b.grade) - badness(a.grade)),
  };
}

/** The letter of a risk from 0 to 100. */
export function letterOf(score: number): Exclude<Grade, '?'> {
  const good = 100 - score;
  if (good >= 90) return 'A';
  if (good >= 80) return 'B';
  if (good >= 70) return 'C';
  return good >= 60 ? 'D' : 'F';
}

/** The worst grade; of `F` and `?` the latter, which says less. */
function worstOf(grades: readonly Grade[]): Grade {
  let worst: Grade = 'A';
  for (const grade of grades) {
    if (badness(grade) > badness(worst)) worst = grade;
  }
  return worst;
}

function badness(grade: Grade): number {
  return grade === '?' ? 5 : rankOfGrade(grade);
}

function judgedShare(share: number): string {
  return `Only ${Math.floor(share * 100)} % of the checks could be judged.`;
}
