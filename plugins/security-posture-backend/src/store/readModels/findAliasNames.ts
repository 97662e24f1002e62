import type { Knex } from 'knex';

/**
 * Ids that have a group or that somebody calls anything, but for CVEs, which are
 * always their own; in order, a page at a time.
 *
 * @param after - the last id of the page before
 */
export async function findAliasNames(
  knex: Knex,
  { after = '', limit }: { after?: string; limit: number },
): Promise<string[]> {
  const named = (table: string, column: string) =>
    knex(table)
      .where(column, '>', after)
      .whereNot(column, 'like', 'CVE-%')
      .select({ id: column });
  const rows: { id: string }[] = await named(
    'vulnerability_assertions',
    'from_id',
  )
    .union([
      named('vulnerability_assertions', 'to_id'),
      named('vulnerability_groups', 'vulnerability_id'),
    ])
    .orderBy('id')
    .limit(limit);
  return rows.map(({ id }) => id);
}
