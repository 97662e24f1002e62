import type { Knex } from 'knex';
import { textSet } from '../bulk';

/**
 * Makes scopes of what comes in no versions count, as they always do: those
 * without an artifact. All others are up to `refreshScopes`.
 *
 * @returns the findings seen in scopes that changed, for `deriveFindings`
 */
export async function restoreScopes(
  tx: Knex,
  subjectIds: Iterable<string>,
): Promise<string[]> {
  const changed: { id: string }[] = await tx('scopes')
    .whereIn('subject_id', textSet(tx, subjectIds))
    .where(wrong =>
      wrong
        .where('live', false)
        .orWhere('built', true)
        .orWhere('running', true),
    )
    .whereNotExists(
      tx('artifacts as a')
        .whereRaw('a.subject_id = scopes.subject_id')
        .whereRaw('a.digest = scopes.digest')
        .select(tx.raw('1')),
    )
    .update({ live: true, built: false, running: false })
    .returning('id');
  if (changed.length === 0) return [];
  const ids = changed.map(({ id }) => id);
  const rows: { finding_id: string }[] = await tx('observations')
    .whereIn('scope_id', textSet(tx, ids))
    .distinct('finding_id');
  return rows.map(({ finding_id }) => finding_id);
}
