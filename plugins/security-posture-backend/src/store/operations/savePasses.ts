import type { Knex } from 'knex';
import { textSet, upsertRows } from '../bulk';
import { isoTime, type DbTime } from '../rows';
import type { Row } from '../tables';

export type PassRow = Row<'passes'> & { id: string };

/** What a report found in order within one scope. */
export interface ScopePasses {
  scopeId: string;
  /** What is not repeated is gone. */
  complete: boolean;
  at: string;
  rows: PassRow[];
}

/**
 * Keeps the controls that were found in order, and drops those that complete
 * scopes no longer show. A report that is older than the newest complete one of
 * its scope changes nothing.
 */
export async function savePasses(
  knex: Knex,
  scopes: ScopePasses[],
): Promise<void> {
  if (scopes.length === 0) return;
  const completed = await findCompleted(knex, scopes);
  for (const { scopeId, complete, at } of scopes) {
    if (complete && at > (completed.get(scopeId) ?? '')) {
      completed.set(scopeId, at);
    }
  }
  const current = scopes.filter(
    ({ scopeId, at }) => at >= (completed.get(scopeId) ?? at),
  );
  if (current.length === 0) return;
  const rows = new Map<string, PassRow>();
  for (const row of current.flatMap(scope => scope.rows)) {
    const seenAt = row.seen_at ?? '';
    if (seenAt >= (rows.get(row.id)?.seen_at ?? '')) rows.set(row.id, row);
  }
  await upsertRows(knex, 'passes', [...rows.values()], {
    key: ['id'],
    merge: {
      title: 'coalesce(excluded.title, passes.title)',
      report_id: 'excluded.report_id',
      seen_at: 'excluded.seen_at',
    },
    where: 'excluded.seen_at >= passes.seen_at',
  });
  await dropUnrepeated(knex, current, rows);
}

/** When the newest complete report of each scope was made, as far as there is one. */
async function findCompleted(
  knex: Knex,
  scopes: ScopePasses[],
): Promise<Map<string, string>> {
  const ids = new Set(scopes.map(({ scopeId }) => scopeId));
  const rows: { id: string; last_complete_at: DbTime }[] = await knex('scopes')
    .whereIn('id', textSet(knex, ids))
    .whereNotNull('last_complete_at')
    .select('id', 'last_complete_at');
  return new Map(
    rows.map(({ id, last_complete_at }) => [id, isoTime(last_complete_at)]),
  );
}

async function dropUnrepeated(
  knex: Knex,
  scopes: ScopePasses[],
  repeated: Map<string, PassRow>,
): Promise<void> {
  const complete = scopes.filter(scope => scope.complete);
  const completeAt = new Map(complete.map(({ scopeId, at }) => [scopeId, at]));
  const stored: { id: string; scope_id: string; seen_at: DbTime }[] =
    await knex('passes')
      .whereIn('scope_id', textSet(knex, completeAt.keys()))
      .select('id', 'scope_id', 'seen_at');
  const gone = stored.filter(
    ({ id, scope_id, seen_at }) =>
      !repeated.has(id) && isoTime(seen_at) <= (completeAt.get(scope_id) ?? ''),
  );
  if (gone.length === 0) return;
  await knex('passes')
    .whereIn(
      'id',
      textSet(
        knex,
        gone.map(({ id }) => id),
      ),
    )
    .delete();
}
