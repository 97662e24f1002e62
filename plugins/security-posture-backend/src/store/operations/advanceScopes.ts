import type { Knex } from 'knex';
import { upsertRows } from '../bulk';
import type { Row } from '../tables';

/** Moves scopes on to the time of a report. What they hold for is up to `refreshScopes`. */
export async function advanceScopes(
  tx: Knex,
  scopes: Row<'scopes'>[],
): Promise<void> {
  const later = (column: string) =>
    `case when scopes.${column} is null or excluded.${column} > scopes.${column} then coalesce(excluded.${column}, scopes.${column}) else scopes.${column} end`;
  await upsertRows(tx, 'scopes', scopes, {
    key: ['id'],
    merge: {
      tool_name: 'excluded.tool_name',
      last_report_at: later('last_report_at'),
      last_complete_at: later('last_complete_at'),
      emptied_at: 'excluded.emptied_at',
      last_report_id: 'excluded.last_report_id',
    },
  });
}
