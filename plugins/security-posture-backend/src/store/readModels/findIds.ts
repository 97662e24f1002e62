import type { Knex } from 'knex';

/**
 * Ids of all rows, in order, a page at a time.
 *
 * @param after - the last id of the page before
 */
export async function findIds(
  knex: Knex,
  table: 'findings' | 'subjects',
  { after = '', limit }: { after?: string; limit: number },
): Promise<string[]> {
  const rows: { id: string }[] = await knex(table)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .select('id');
  return rows.map(({ id }) => id);
}
