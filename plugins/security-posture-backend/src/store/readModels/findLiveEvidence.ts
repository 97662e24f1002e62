import type { Knex } from 'knex';
import type { LiveEvidence } from '../../model/findingState';
import { textSet } from '../bulk';
import { asCount, isoTime, type DbTime } from '../rows';

/** What still shows these findings, summed up over live scopes. No entry: nothing does. */
export async function findLiveEvidence(
  knex: Knex,
  findingIds: Iterable<string>,
): Promise<Map<string, LiveEvidence>> {
  const any = (condition: string) =>
    `max(case when ${condition} then 1 else 0 end)`;
  const rows: {
    finding_id: string;
    unsuppressed: unknown;
    fresh: unknown;
    severity_rank: number;
    fixable: unknown;
    built: unknown;
    running: unknown;
    first_seen_at: DbTime;
  }[] = await knex('observations as o')
    .join('scopes as s', 's.id', 'o.scope_id')
    .whereIn('o.finding_id', textSet(knex, findingIds))
    .whereNull('o.withdrawn_at')
    .where('s.live', true)
    .groupBy('o.finding_id')
    .select(
      'o.finding_id',
      knex.raw(`${any('not o.suppressed')} as unsuppressed`),
      knex.raw(`${any('not o.stale')} as fresh`),
      knex.raw('max(o.severity_rank) as severity_rank'),
      knex.raw(`${any('o.fixable')} as fixable`),
      knex.raw(`${any('s.built')} as built`),
      knex.raw(`${any('s.running')} as running`),
      knex.raw('min(o.first_seen_at) as first_seen_at'),
    );
  return new Map(
    rows.map(row => [
      row.finding_id,
      {
        unsuppressed: asCount(row.unsuppressed) > 0,
        fresh: asCount(row.fresh) > 0,
        severityRank: row.severity_rank,
        fixable: asCount(row.fixable) > 0,
        built: asCount(row.built) > 0,
        running: asCount(row.running) > 0,
        firstSeenAt: isoTime(row.first_seen_at),
      },
    ]),
  );
}
