import type { Knex } from 'knex';
import { updateRows } from '../bulk';
import { isoTime, type DbTime } from '../rows';
import { partOf, type SweptPart } from './sweepStale';

export interface QuietSweep {
  /** What did not happen again since then is stale. */
  quietBefore: string;
  /** What did not happen again since then is over. */
  closedBefore: string;
  at: string;
  /** Scopes before this one are done. */
  fromScope?: string;
  limit: number;
}

/**
 * Lets events rest: no report says that an alert is over, only the silence
 * after it. It first becomes stale, and is withdrawn when the silence lasts.
 */
export async function sweepQuiet(
  tx: Knex,
  { quietBefore, closedBefore, at, fromScope = '', limit }: QuietSweep,
): Promise<SweptPart> {
  const rows: {
    finding_id: string;
    scope_id: string;
    last_seen_at: DbTime;
  }[] = await tx('scopes as s')
    .join('observations as o', 'o.scope_id', 's.id')
    .where('s.id', '>=', fromScope)
    .where('s.closes_by', 'quiet')
    .whereNull('o.withdrawn_at')
    .where(due =>
      due
        .where('o.last_seen_at', '<', closedBefore)
        .orWhere(quiet =>
          quiet
            .where('o.stale', false)
            .where('o.last_seen_at', '<', quietBefore),
        ),
    )
    .orderBy('s.id')
    .limit(limit)
    .select('o.finding_id', 'o.scope_id', 'o.last_seen_at');
  await updateRows(
    tx,
    'observations',
    rows.map(({ finding_id, scope_id, last_seen_at }) => ({
      finding_id,
      scope_id,
      stale: true,
      withdrawn_at: isoTime(last_seen_at) < closedBefore ? at : undefined,
    })),
    { key: ['finding_id', 'scope_id'], set: ['stale', 'withdrawn_at'] },
  );
  return partOf(rows, limit);
}
