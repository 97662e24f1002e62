import type { Knex } from 'knex';

interface Expiry {
  key: string[];
  /** Narrows all rows down to those that are older than the time. */
  older(rows: Knex.QueryBuilder, before: string, tx: Knex): void;
}

/** Tables that are kept by time alone. */
const expiries = {
  reports: {
    key: ['id'],
    older: (rows, before) => rows.where('received_at', '<', before),
  },
  decisions: {
    key: ['id'],
    older: (rows, before, tx) =>
      rows
        .where('decisions.last_seen_at', '<', before)
        // What an engine still says of an object is no history.
        .where(over =>
          over
            .whereNotNull('decisions.withdrawn_at')
            .orWhereNotExists(
              tx('scopes as s')
                .whereRaw('s.id = decisions.scope_id')
                .where('s.last_report_at', '>=', before)
                .select(tx.raw('1')),
            ),
        ),
  },
  sensor_events: {
    key: ['id'],
    older: (rows, before) => rows.where('last_seen_at', '<', before),
  },
  passes: {
    key: ['id'],
    older: (rows, before) => rows.where('seen_at', '<', before),
  },
  trail: {
    key: ['id'],
    older: (rows, before) => rows.where('at', '<', before),
  },
  component_days: {
    key: ['entity_ref', 'day'],
    older: (rows, before) => rows.where('day', '<', before.slice(0, 10)),
  },
} satisfies Record<string, Expiry>;

export type ExpiringTable = keyof typeof expiries;

/**
 * Deletes rows of a table that are older than the time, at most `limit`.
 *
 * @returns how many it deleted
 */
export async function deleteExpired(
  tx: Knex,
  table: ExpiringTable,
  before: string,
  limit: number,
): Promise<number> {
  const { key, older }: Expiry = expiries[table];
  const expired = tx(table).select(key).limit(limit);
  older(expired, before, tx);
  return tx(table).whereIn(key, expired).delete();
}
