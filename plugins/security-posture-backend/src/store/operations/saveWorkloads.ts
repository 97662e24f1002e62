import type { Knex } from 'knex';
import { upsertRows } from '../bulk';
import type { Row } from '../tables';

/** Keeps workloads as they are configured; the newest configuration wins. */
export async function saveWorkloads(
  knex: Knex,
  workloads: Row<'workloads'>[],
): Promise<void> {
  if (workloads.length === 0) return;
  await upsertRows(knex, 'workloads', workloads, {
    key: ['subject_id'],
    merge: {
      source: 'excluded.source',
      report_id: 'excluded.report_id',
      annotations: 'excluded.annotations',
      containers: 'excluded.containers',
      spec: 'excluded.spec',
      configured_at: 'excluded.configured_at',
    },
    where: 'excluded.configured_at >= workloads.configured_at',
  });
}
