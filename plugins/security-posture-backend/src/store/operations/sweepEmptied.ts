import type { Knex } from 'knex';
import { textSet, updateRows } from '../bulk';
import { isoTime, type DbTime } from '../rows';

/**
 * Closes scopes that were reported empty all at once and of which nothing else
 * came since.
 *
 * @param emptiedBefore - scopes emptied later still wait
 * @param limit - scopes at most
 * @returns the findings that are gone, and whether more scopes wait
 */
export async function sweepEmptied(
  tx: Knex,
  emptiedBefore: string,
  limit: number,
): Promise<{ findingIds: string[]; more: boolean }> {
  const scopes: { id: string; emptied_at: DbTime }[] = await tx('scopes')
    .where('emptied_at', '<', emptiedBefore)
    .orderBy('id')
    .limit(limit)
    .select('id', 'emptied_at');
  const emptiedAt = new Map(
    scopes.map(({ id, emptied_at }) => [id, isoTime(emptied_at)]),
  );
  const rows: { finding_id: string; scope_id: string }[] = await tx(
    'observations',
  )
    .whereIn('scope_id', textSet(tx, emptiedAt.keys()))
    .whereNull('withdrawn_at')
    .select('finding_id', 'scope_id');
  await updateRows(
    tx,
    'observations',
    rows.map(({ finding_id, scope_id }) => ({
      finding_id,
      scope_id,
      withdrawn_at: emptiedAt.get(scope_id),
    })),
    { key: ['finding_id', 'scope_id'], set: ['withdrawn_at'] },
  );
  await tx('scopes')
    .whereIn('id', textSet(tx, emptiedAt.keys()))
    .update({ emptied_at: null });
  return {
    findingIds: rows.map(({ finding_id }) => finding_id),
    more: scopes.length === limit,
  };
}
