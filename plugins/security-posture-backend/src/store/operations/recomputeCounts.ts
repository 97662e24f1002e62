import type { Knex } from 'knex';
import { textSet } from '../bulk';

/** Counts the findings of these subjects anew, or of all of them. */
export async function recomputeCounts(
  tx: Knex,
  subjectIds?: Iterable<string>,
): Promise<void> {
  const ids = subjectIds && [...subjectIds];
  const old = tx('subject_counts');
  if (ids) old.whereIn('subject_id', textSet(tx, ids));
  await old.delete();
  const counted = tx('findings')
    .groupBy('subject_id', 'stage', 'state', 'severity_rank')
    .select(
      'subject_id',
      'stage',
      'state',
      'severity_rank',
      tx.raw('count(*) as total'),
      tx.raw('sum(case when fixable then 1 else 0 end) as fixable'),
    );
  if (ids) counted.whereIn('subject_id', textSet(tx, ids));
  await tx(
    tx.raw('?? (??, ??, ??, ??, ??, ??)', [
      'subject_counts',
      'subject_id',
      'stage',
      'state',
      'severity_rank',
      'total',
      'fixable',
    ]),
  ).insert(counted);
}
