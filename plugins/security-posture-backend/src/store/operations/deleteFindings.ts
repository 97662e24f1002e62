import type { Knex } from 'knex';
import type { StoredState } from '../../model/findingState';
import { textSet } from '../bulk';
import { isTrue } from '../rows';
import { adjustCounts } from './adjustCounts';

/** Deletes findings with all of their evidence, and counts them no more. */
export async function deleteFindings(tx: Knex, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows: {
    subject_id: string;
    stage: string;
    state: StoredState;
    severity_rank: number;
    fixable: unknown;
  }[] = await tx('findings')
    .whereIn('id', textSet(tx, ids))
    .select('subject_id', 'stage', 'state', 'severity_rank', 'fixable');
  await tx('findings').whereIn('id', textSet(tx, ids)).delete();
  await adjustCounts(
    tx,
    rows.map(row => ({
      before: {
        subjectId: row.subject_id,
        stage: row.stage,
        state: row.state,
        severityRank: row.severity_rank,
        fixable: isTrue(row.fixable),
      },
    })),
  );
}
