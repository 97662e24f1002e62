import type { Knex } from 'knex';
import type { StoredState } from '../../model/findingState';
import { upsertRows } from '../bulk';
import type { Row } from '../tables';

/** How a finding is counted. */
export interface Counted {
  subjectId: string;
  stage: string;
  state: StoredState;
  severityRank: number;
  fixable: boolean;
}

/** Moves findings from one count to another, in one statement. */
export async function adjustCounts(
  knex: Knex,
  changes: { before?: Counted; after?: Counted }[],
): Promise<void> {
  const rows = new Map<string, Row<'subject_counts'>>();
  const add = (counted: Counted | undefined, amount: number) => {
    if (!counted) return;
    const { subjectId, stage, state, severityRank, fixable } = counted;
    const key = [subjectId, stage, state, severityRank].join(' ');
    const row = rows.get(key);
    rows.set(key, {
      subject_id: subjectId,
      stage,
      state,
      severity_rank: severityRank,
      total: (row?.total ?? 0) + amount,
      fixable: (row?.fixable ?? 0) + (fixable ? amount : 0),
    });
  };
  for (const { before, after } of changes) {
    add(before, -1);
    add(after, 1);
  }
  const moved = [...rows.values()].filter(
    ({ total, fixable }) => total !== 0 || fixable !== 0,
  );
  // One order for all writers.
  const sorted = moved.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  await upsertRows(knex, 'subject_counts', sorted, {
    key: ['subject_id', 'stage', 'state', 'severity_rank'],
    merge: {
      total: 'subject_counts.total + excluded.total',
      fixable: 'subject_counts.fixable + excluded.fixable',
    },
  });
}

function keyOf(row: Row<'subject_counts'>): string {
  return [row.subject_id, row.stage, row.state, row.severity_rank].join(' ');
}
