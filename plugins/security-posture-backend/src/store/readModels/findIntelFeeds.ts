import type { Knex } from 'knex';
import type { FeedKind } from '../operations/recordFeed';
import { optionalIsoTime, isoTime, present, type DbTime } from '../rows';

/** A feed of the configuration and how reading it went. */
export interface IntelFeedState {
  location: string;
  kind: FeedKind;
  state: 'ok' | 'failed';
  version?: string;
  /** Of the data, by its author, ISO 8601. */
  dataAt?: string;
  total?: number;
  skipped?: number;
  /** The last success, ISO 8601. Absent: never. */
  readAt?: string;
  /** The last attempt, ISO 8601. */
  triedAt: string;
  /** Why the last attempt failed. */
  error?: string;
}

interface Columns {
  location: string;
  kind: FeedKind;
  version: string | null;
  data_at: DbTime | null;
  total: number | null;
  skipped: number | null;
  read_at: DbTime | null;
  tried_at: DbTime;
  error: string | null;
}

/** The feeds that were tried, and what came of it. */
export async function findIntelFeeds(knex: Knex): Promise<IntelFeedState[]> {
  const rows: Columns[] = await knex('intel_feeds')
    .orderBy(['kind', 'location'])
    .select('*');
  return rows.map(row => ({
    location: row.location,
    kind: row.kind,
    state: row.error === null ? 'ok' : 'failed',
    version: present(row.version),
    dataAt: optionalIsoTime(row.data_at),
    total: present(row.total),
    skipped: present(row.skipped),
    readAt: optionalIsoTime(row.read_at),
    triedAt: isoTime(row.tried_at),
    error: present(row.error),
  }));
}
