import {
  checkResults,
  stages,
  type JudgedCheck,
  type Stage,
} from 'backstage-plugin-security-posture-common';
import type { ListQuery } from '../../hooks/useListParams';
import type { ListShape } from '../../listParams';

const choices = { result: checkResults, stage: stages } as const;

type CheckChoices = typeof choices;

export type ChecksList = ListQuery<CheckChoices>;

/** The backend orders the checks: those that fail come first. */
export const checksShape: ListShape<CheckChoices, 'result'> = {
  choices,
  defaults: {},
  fields: ['result'],
  defaultOrder: { field: 'result', direction: 'asc' },
};

export interface CheckGroup {
  stage: Stage;
  checks: JudgedCheck[];
}

export type ChecksFilter = Pick<ChecksList, 'chosen' | 'text'>;

function textOf({ checkId, title, summary, practices }: JudgedCheck): string {
  return [checkId, title, summary, ...practices].join(' ').toLowerCase();
}

function isAmong<V>(chosen: readonly V[], value: V): boolean {
  return chosen.length === 0 || chosen.includes(value);
}

/** The checks of the chosen stages that have all words. */
export function checksToCount(
  checks: JudgedCheck[],
  { chosen, text }: ChecksFilter,
): JudgedCheck[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return checks.filter(
    check =>
      isAmong(chosen.stage, check.stage) &&
      words.every(word => textOf(check).includes(word)),
  );
}

/** What the filters leave, by stage, in the order of the backend; a stage without any is left out. */
export function groupChecks(
  checks: JudgedCheck[],
  filter: ChecksFilter,
): CheckGroup[] {
  const shown = checksToCount(checks, filter).filter(({ result }) =>
    isAmong(filter.chosen.result, result),
  );
  return stages
    .map(stage => ({
      stage,
      checks: shown.filter(check => check.stage === stage),
    }))
    .filter(group => group.checks.length > 0);
}

/** In the order in which the results matter. */
export const resultsByUrgency = [
  'fail',
  'warn',
  'unknown',
  'pass',
  'not-applicable',
] as const;

export function countResult(
  checks: JudgedCheck[],
  result: JudgedCheck['result'],
): number {
  return checks.filter(check => check.result === result).length;
}
