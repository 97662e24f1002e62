import type { Knex } from 'knex';
import { isPostgres, upsertRows } from '../bulk';
import type { Row } from '../tables';

/**
 * Keeps workloads as they are configured; the newest configuration wins. That of
 * a pod does not replace the one of what controls it, which says more: who owns
 * it, how many there are.
 */
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
    where: `excluded.configured_at >= workloads.configured_at and not (${isOfPod(
      'excluded',
      knex,
    )} and not ${isOfPod('workloads', knex)})`,
  });
}

function isOfPod(table: string, knex: Knex): string {
  const kind = isPostgres(knex)
    ? `(${table}.spec::json)->>'kind'`
    : `json_extract(${table}.spec, '$.kind')`;
  return `coalesce(${kind} = 'Pod', false)`;
}
