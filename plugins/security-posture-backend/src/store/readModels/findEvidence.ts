import type { Knex } from 'knex';
import type { StoredState } from '../../model/findingState';
import { textSet } from '../bulk';
import { isoTime, isTrue, optionalIsoTime, type DbTime } from '../rows';

/** As much of an observation as tells whether anything changed. */
export interface KnownEvidence {
  findingId: string;
  scopeId: string;
  contentHash: string;
  severityRank: number;
  stale: boolean;
  firstSeenAt: string;
  lastSeenAt: string;
  withdrawnAt?: string;
  /** Of the finding. */
  state: StoredState;
}

interface Columns {
  finding_id: string;
  scope_id: string;
  content_hash: string;
  severity_rank: number;
  stale: unknown;
  first_seen_at: DbTime;
  last_seen_at: DbTime;
  withdrawn_at: DbTime | null;
  last_complete_at: DbTime | null;
  state: StoredState;
}

/** All that these scopes ever showed. */
export async function findEvidence(
  knex: Knex,
  scopeIds: Iterable<string>,
): Promise<KnownEvidence[]> {
  const rows: Columns[] = await knex('observations as o')
    .join('scopes as s', 's.id', 'o.scope_id')
    .join('findings as f', 'f.id', 'o.finding_id')
    .whereIn('o.scope_id', textSet(knex, scopeIds))
    .select(
      'o.finding_id',
      'o.scope_id',
      'o.content_hash',
      'o.severity_rank',
      'o.stale',
      'o.first_seen_at',
      'o.last_seen_at',
      'o.withdrawn_at',
      's.last_complete_at',
      'f.state',
    );
  return rows.map(row => ({
    findingId: row.finding_id,
    scopeId: row.scope_id,
    contentHash: row.content_hash,
    severityRank: row.severity_rank,
    stale: isTrue(row.stale),
    firstSeenAt: isoTime(row.first_seen_at),
    lastSeenAt: lastSeen(row),
    withdrawnAt: optionalIsoTime(row.withdrawn_at),
    state: row.state,
  }));
}

/** What is open was seen by each complete report, which does not note it. */
function lastSeen(row: Columns): string {
  const own = isoTime(row.last_seen_at);
  const whole = optionalIsoTime(row.last_complete_at);
  return row.withdrawn_at === null && whole && whole > own ? whole : own;
}
