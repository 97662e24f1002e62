import type { Knex } from 'knex';
import { textSet } from '../bulk';

/**
 * Ids of findings that may have a deadline, in order, a page at a time.
 *
 * @param problems - only findings of these problems
 * @param after - the last id of the page before
 */
export async function findDeadlineIds(
  knex: Knex,
  {
    problems,
    after = '',
    limit,
  }: { problems?: string[]; after?: string; limit: number },
): Promise<string[]> {
  const query = knex('findings')
    .where('id', '>', after)
    .whereNot('state', 'fixed')
    .orderBy('id')
    .limit(limit)
    .select('id');
  const rows: { id: string }[] = await (problems
    ? query.whereIn('problem', textSet(knex, problems))
    : query);
  return rows.map(({ id }) => id);
}
