import type { Knex } from 'knex';
import { textSet } from '../bulk';

/** Ids of the vulnerabilities found that have one of these canonical ids. */
export async function findIdsOfProblems(
  knex: Knex,
  problems: Iterable<string>,
): Promise<string[]> {
  const rows: { id: string }[] = await knex('findings')
    .where('kind', 'vulnerability')
    .whereIn('problem', textSet(knex, problems))
    .select('id');
  return rows.map(({ id }) => id);
}
