import type { SourceReport } from 'backstage-plugin-security-posture-node';
import type { Knex } from 'knex';
import { isPostgres, textSet } from '../bulk';

export interface TakenAnswer {
  sender: string;
  report: SourceReport;
}

/**
 * Takes the oldest answers that nobody else is taking. They are back if the
 * transaction fails.
 */
export async function takeAnswers(
  tx: Knex.Transaction,
  limit: number,
): Promise<TakenAnswer[]> {
  const oldest = tx('admission_answers').orderBy('answered_at').limit(limit);
  if (isPostgres(tx)) oldest.forUpdate().skipLocked();
  const rows: { uid: string; sender: string; report: string }[] =
    await oldest.select('uid', 'sender', 'report');
  if (rows.length === 0) return [];
  const uids = rows.map(({ uid }) => uid);
  await tx('admission_answers').whereIn('uid', textSet(tx, uids)).delete();
  return rows.map(({ sender, report }) => ({
    sender,
    report: JSON.parse(report),
  }));
}
