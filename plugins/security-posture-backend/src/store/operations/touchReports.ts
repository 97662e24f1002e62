import type { Knex } from 'knex';
import { textSet } from '../bulk';

/**
 * Notes that reports without a time of their own were made again with the same
 * result: what they speak of is as fresh as now.
 */
export async function touchReports(
  tx: Knex,
  reportIds: string[],
  at: string,
): Promise<void> {
  await tx('subject_sources')
    .whereIn('report_id', textSet(tx, reportIds))
    .where('last_report_at', '<', at)
    .update({ last_report_at: at });
  const scopes = () =>
    tx('scopes').whereIn('last_report_id', textSet(tx, reportIds));
  await scopes()
    .whereNotNull('last_complete_at')
    .where('last_complete_at', '<', at)
    .update({ last_complete_at: at });
  await scopes()
    .where('last_report_at', '<', at)
    .update({ last_report_at: at });
}
