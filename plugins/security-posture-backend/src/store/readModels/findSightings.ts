import type { FindingSighting } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { textSet } from '../bulk';
import {
  isoTime,
  isTrue,
  optionalIsoTime,
  present,
  type DbTime,
} from '../rows';

/** One observation of a finding, with the artifact that it was made on. */
export interface StoredSighting {
  findingId: string;
  source: string;
  tool: string;
  reportedId: string;
  severityRank: number;
  version?: string;
  suppressed: boolean;
  live: boolean;
  sighting: Omit<FindingSighting, 'workloads'>;
}

interface Columns {
  finding_id: string;
  source: string;
  tool_name: string;
  reported_id: string;
  severity_rank: number;
  package_version: string | null;
  suppressed: unknown;
  live: unknown;
  digest: string;
  tag: string | null;
  branch: string | null;
  built: unknown;
  running: unknown;
  first_seen_at: DbTime;
  last_seen_at: DbTime;
  last_complete_at: DbTime | null;
  withdrawn_at: DbTime | null;
}

/** The observations of findings, oldest first. */
export async function findSightings(
  knex: Knex,
  findingIds: Iterable<string>,
): Promise<StoredSighting[]> {
  const rows: Columns[] = await knex('observations as o')
    .join('scopes as s', 's.id', 'o.scope_id')
    .leftJoin('artifacts as a', join =>
      join.on('a.subject_id', 's.subject_id').andOn('a.digest', 's.digest'),
    )
    .whereIn('o.finding_id', textSet(knex, findingIds))
    .orderBy('o.first_seen_at')
    .orderBy('o.scope_id')
    .select(
      'o.finding_id',
      's.source',
      's.tool_name',
      'o.reported_id',
      'o.severity_rank',
      'o.package_version',
      'o.suppressed',
      's.live',
      's.digest',
      'a.tag',
      'a.branch',
      'a.built',
      'a.running',
      'o.first_seen_at',
      'o.last_seen_at',
      's.last_complete_at',
      'o.withdrawn_at',
    );
  return rows.map(row => ({
    findingId: row.finding_id,
    source: row.source,
    tool: row.tool_name,
    reportedId: row.reported_id,
    severityRank: row.severity_rank,
    version: present(row.package_version),
    suppressed: isTrue(row.suppressed),
    live: isTrue(row.live) && row.withdrawn_at === null,
    sighting: {
      digest: row.digest.startsWith('sha256:') ? row.digest : undefined,
      tag: present(row.tag),
      branch: present(row.branch),
      built: isTrue(row.built),
      running: isTrue(row.running),
      source: row.source,
      firstSeenAt: isoTime(row.first_seen_at),
      lastSeenAt: lastSeen(row),
      withdrawnAt: optionalIsoTime(row.withdrawn_at),
    },
  }));
}

/** Everything open in a scope was seen again by its last complete report. */
function lastSeen(row: Columns): string {
  const own = isoTime(row.last_seen_at);
  const scope = optionalIsoTime(row.last_complete_at);
  return row.withdrawn_at === null && scope && scope > own ? scope : own;
}
