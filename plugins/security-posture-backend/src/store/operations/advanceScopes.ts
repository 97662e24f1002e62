import type { Knex } from 'knex';
import { textSet, upsertRows } from '../bulk';
import { isoTime, type DbTime } from '../rows';
import type { Row } from '../tables';

/**
 * Moves scopes on to the time of a report.
 *
 * @returns the ids of the scopes for which a newer report was there already
 */
export async function advanceScopes(
  knex: Knex,
  scopes: Row<'scopes'>[],
  at: string,
): Promise<Set<string>> {
  const ids = scopes.flatMap(({ id }) => id ?? []);
  const known: { id: string; last_report_at: DbTime }[] = await knex('scopes')
    .whereIn('id', textSet(knex, ids))
    .select('id', 'last_report_at');
  const passed = new Set(
    known
      .filter(({ last_report_at }) => isoTime(last_report_at) > at)
      .map(({ id }) => id),
  );
  await upsertRows(
    knex,
    'scopes',
    scopes.filter(({ id }) => id !== undefined && !passed.has(id)),
    { key: ['id'], merge: { last_report_at: 'excluded.last_report_at' } },
  );
  return passed;
}
