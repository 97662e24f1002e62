import type { Knex } from 'knex';
import { upsertRows } from '../bulk';

export type FeedKind = 'kev' | 'epss';

interface FeedAttempt {
  location: string;
  kind: FeedKind;
  /** ISO 8601. */
  triedAt: string;
}

/** How reading a feed went. */
export type FeedOutcome = FeedAttempt &
  (
    | { error: string }
    | {
        version?: string;
        /** Of the data, by its author, ISO 8601. */
        dataAt?: string;
        /** Entries read. */
        total: number;
        /** Entries that could not be read. */
        skipped: number;
      }
  );

/** Remembers how reading a feed went. A failure keeps what the last success said. */
export async function recordFeed(
  knex: Knex,
  outcome: FeedOutcome,
): Promise<void> {
  const { location, kind, triedAt } = outcome;
  const hasFailed = 'error' in outcome;
  const row = {
    location,
    kind,
    version: hasFailed ? undefined : outcome.version,
    data_at: hasFailed ? undefined : outcome.dataAt,
    total: hasFailed ? undefined : outcome.total,
    skipped: hasFailed ? undefined : outcome.skipped,
    read_at: hasFailed ? undefined : triedAt,
    tried_at: triedAt,
    error: hasFailed ? outcome.error : undefined,
  };
  const written = hasFailed
    ? (['tried_at', 'error'] as const)
    : ([
        'kind',
        'version',
        'data_at',
        'total',
        'skipped',
        'read_at',
        'tried_at',
        'error',
      ] as const);
  await upsertRows(knex, 'intel_feeds', [row], {
    key: ['location'],
    merge: Object.fromEntries(
      written.map(column => [column, `excluded.${column}`]),
    ),
  });
}
