import type { Knex } from 'knex';
import { upsertRows } from '../bulk';
import type { Row } from '../tables';

/** Counts what sensors say of themselves; the newest event says how they are. */
export async function recordSensorEvents(
  knex: Knex,
  events: Row<'sensor_events'>[],
): Promise<void> {
  if (events.length === 0) return;
  const newer = (column: string) =>
    `case when excluded.last_seen_at >= sensor_events.last_seen_at then excluded.${column} else sensor_events.${column} end`;
  await upsertRows(knex, 'sensor_events', events, {
    key: ['id'],
    merge: {
      degraded: newer('degraded'),
      count: 'sensor_events.count + excluded.count',
      last_seen_at: newer('last_seen_at'),
    },
  });
}
