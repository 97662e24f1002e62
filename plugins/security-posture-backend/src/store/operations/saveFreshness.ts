import type { Knex } from 'knex';
import { upsertRows } from '../bulk';
import type { Row } from '../tables';

/** Notes which source spoke of which subject, and when; an older report changes nothing. */
export async function saveFreshness(
  knex: Knex,
  rows: Row<'subject_sources'>[],
): Promise<void> {
  const newer = (column: string) =>
    `case when excluded.last_report_at >= subject_sources.last_report_at then excluded.${column} else subject_sources.${column} end`;
  const newest = new Map<string, Row<'subject_sources'>>();
  for (const row of rows) {
    const key = [row.subject_id, row.stage, row.source].join(' ');
    const known = newest.get(key)?.last_report_at ?? '';
    if ((row.last_report_at ?? '') >= known) newest.set(key, row);
  }
  await upsertRows(knex, 'subject_sources', [...newest.values()], {
    key: ['subject_id', 'stage', 'source'],
    merge: {
      tool_name: newer('tool_name'),
      tool_version: newer('tool_version'),
      report_id: newer('report_id'),
      complete: newer('complete'),
      skipped: newer('skipped'),
      last_report_at: newer('last_report_at'),
    },
  });
}
