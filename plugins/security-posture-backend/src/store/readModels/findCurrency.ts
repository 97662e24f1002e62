import type { Knex } from 'knex';
import { textSet } from '../bulk';
import { isTrue } from '../rows';

/** What is taken to be built or running, each as one text that can be compared. */
export interface Currency {
  /** By subject and digest. */
  artifacts: Map<string, string>;
  /** By id. */
  scopes: Map<string, string>;
}

/** Which artifacts of these subjects count today, and which scopes hold by it. */
export async function findCurrency(
  knex: Knex,
  subjectIds: string[],
): Promise<Currency> {
  const artifacts: {
    subject_id: string;
    digest: string;
    built: unknown;
    running: unknown;
  }[] = await knex('artifacts')
    .whereIn('subject_id', textSet(knex, subjectIds))
    .select('subject_id', 'digest', 'built', 'running');
  const scopes: {
    id: string;
    built: unknown;
    running: unknown;
    live: unknown;
  }[] = await knex('scopes')
    .whereIn('subject_id', textSet(knex, subjectIds))
    .select('id', 'built', 'running', 'live');
  return {
    artifacts: new Map(
      artifacts.map(({ subject_id, digest, built, running }) => [
        `${subject_id} ${digest}`,
        [built, running].map(isTrue).join(' '),
      ]),
    ),
    scopes: new Map(
      scopes.map(({ id, built, running, live }) => [
        id,
        [built, running, live].map(isTrue).join(' '),
      ]),
    ),
  };
}
