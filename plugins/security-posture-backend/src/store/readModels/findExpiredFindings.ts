import type { Knex } from 'knex';

export interface FindingRetention {
  /** Findings that were fixed before this go. */
  fixedBefore: string;
  /** Fixed alerts that happened last before this go. */
  alertsBefore: string;
  /** Findings that were last seen before this, on artifacts of the past alone, go. */
  absentBefore: string;
}

/**
 * Findings that need not be kept any longer, never an open, a suppressed or a
 * stale one. What a person said of a finding is kept as long as a fixed one.
 */
export async function findExpiredFindings(
  knex: Knex,
  { fixedBefore, alertsBefore, absentBefore }: FindingRetention,
  { after = '', limit }: { after?: string; limit: number },
): Promise<string[]> {
  const seenSince = knex('observations as o')
    .leftJoin('scopes as s', 's.id', 'o.scope_id')
    .whereRaw('o.finding_id = f.id')
    .whereNull('o.withdrawn_at')
    .where(seen =>
      seen
        .where('o.last_seen_at', '>=', absentBefore)
        .orWhere('s.last_complete_at', '>=', absentBefore),
    )
    .select(knex.raw('1'));
  const rows: { id: string }[] = await knex('findings as f')
    .leftJoin('alerts as a', 'a.id', 'f.id')
    .where('f.id', '>', after)
    .where(expired =>
      expired
        .where(fixed =>
          fixed
            .where('f.state', 'fixed')
            .where(old =>
              old
                .where('f.fixed_at', '<', fixedBefore)
                .orWhere('a.last_seen_at', '<', alertsBefore),
            ),
        )
        .orWhere(absent =>
          absent
            .where('f.state', 'absent')
            .where(unjudged =>
              unjudged
                .where(said =>
                  said.whereNull('f.triage').whereNull('f.exception_id'),
                )
                .orWhere('f.first_seen_at', '<', fixedBefore),
            )
            .whereNotExists(seenSince),
        ),
    )
    .orderBy('f.id')
    .limit(limit)
    .select('f.id');
  return rows.map(({ id }) => id);
}
