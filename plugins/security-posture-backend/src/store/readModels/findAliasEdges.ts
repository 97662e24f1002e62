import type { Knex } from 'knex';
import type { AliasAssertion } from '../../model/aliasGroups';
import { textSet } from '../bulk';

/**
 * All assertions that bear on the groups of these ids: those of the ids, of
 * their other names, and so on. It ends at CVEs, which have one name for ever.
 */
export async function findAliasEdges(
  knex: Knex,
  ids: Iterable<string>,
): Promise<AliasAssertion[]> {
  const isName = "id not like 'CVE-%'";
  const named = (column: string) =>
    knex('vulnerability_assertions')
      .whereIn(column, knex('reached').whereRaw(isName).select('id'))
      .select('from_id', 'to_id');
  // Not one query with "or": PostgreSQL would read the whole table for it.
  const rows: { from_id: string; to_id: string }[] = await named('from_id')
    .withRecursive(
      'reached',
      ['id'],
      textSet(knex, ids).union(
        knex('reached')
          .join('vulnerability_assertions as a', join =>
            join.on('a.from_id', 'reached.id').orOn('a.to_id', 'reached.id'),
          )
          .whereRaw(isName)
          .select(
            knex.raw(
              'case when a.from_id = reached.id then a.to_id else a.from_id end',
            ),
          ),
      ),
    )
    .union(named('to_id'));
  return rows.map(({ from_id, to_id }) => ({ from: from_id, to: to_id }));
}
