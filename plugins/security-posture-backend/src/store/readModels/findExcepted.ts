import type { Knex } from 'knex';
import { textSet } from '../bulk';

/** The exception that applies to each of these findings (all, if absent), where one does. */
export async function findExcepted(
  knex: Knex,
  findingIds?: string[],
): Promise<Map<string, string>> {
  const query = knex('findings')
    .whereNotNull('exception_id')
    .select('id', 'exception_id');
  const rows: { id: string; exception_id: string }[] = await (findingIds
    ? query.whereIn('id', textSet(knex, findingIds))
    : query);
  return new Map(rows.map(row => [row.id, row.exception_id]));
}

/** The findings that these exceptions can touch, whatever their status. */
export async function findFindingsOfExceptions(
  knex: Knex,
  exceptionIds: Iterable<string>,
): Promise<string[]> {
  const given = knex('exceptions as e')
    .leftJoin('vulnerability_groups as g', 'g.vulnerability_id', 'e.problem')
    .leftJoin('finding_redirects as r', 'r.old_id', 'e.finding_id')
    .whereIn('e.id', textSet(knex, exceptionIds))
    .select('e.id', 'e.scope_kind', {
      problem: knex.raw('coalesce(g.canonical_id, e.problem)'),
      finding_id: knex.raw('coalesce(r.finding_id, e.finding_id)'),
    });
  const rows: { id: string }[] = await knex
    .with('given', given)
    .select('id')
    .from('findings')
    .whereIn(
      'problem',
      knex('given').whereNot('scope_kind', 'finding').select('problem'),
    )
    .union([
      knex('findings')
        .whereIn('id', knex('given').select('finding_id'))
        .select('id'),
      knex('findings')
        .whereIn('exception_id', knex('given').select('id'))
        .select('id'),
    ]);
  return rows.map(({ id }) => id);
}
