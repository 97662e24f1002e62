import type { Knex } from 'knex';
import { textSet } from '../bulk';
import { asCount } from '../rows';

/** A count that differs from the findings that it should count. */
export interface CountDifference {
  subjectId: string;
  stage: string;
  state: string;
  severityRank: number;
  stored: { total: number; fixable: number };
  counted: { total: number; fixable: number };
}

/**
 * Where the stored counts differ from the findings; nowhere, if all is well.
 *
 * @param subjectIds - all subjects if absent
 */
export async function compareCounts(
  knex: Knex,
  subjectIds?: string[],
): Promise<CountDifference[]> {
  const key = ['subject_id', 'stage', 'state', 'severity_rank'] as const;
  const stored = knex('subject_counts').select(
    ...key,
    'total as stored_total',
    'fixable as stored_fixable',
    knex.raw('0 as counted_total'),
    knex.raw('0 as counted_fixable'),
  );
  const counted = knex('findings')
    .groupBy(...key)
    .select(
      ...key,
      knex.raw('0'),
      knex.raw('0'),
      knex.raw('count(*)'),
      knex.raw('sum(case when fixable then 1 else 0 end)'),
    );
  if (subjectIds) {
    for (const counts of [stored, counted]) {
      counts.whereIn('subject_id', textSet(knex, subjectIds));
    }
  }
  const rows: {
    subject_id: string;
    stage: string;
    state: string;
    severity_rank: number;
    stored_total: unknown;
    stored_fixable: unknown;
    counted_total: unknown;
    counted_fixable: unknown;
  }[] = await knex(stored.unionAll(counted).as('both'))
    .groupBy(...key)
    .havingRaw(
      'sum(stored_total) <> sum(counted_total) or sum(stored_fixable) <> sum(counted_fixable)',
    )
    .orderBy([...key])
    .select(...key)
    .sum({
      stored_total: 'stored_total',
      stored_fixable: 'stored_fixable',
      counted_total: 'counted_total',
      counted_fixable: 'counted_fixable',
    });
  return rows.map(row => ({
    subjectId: row.subject_id,
    stage: row.stage,
    state: row.state,
    severityRank: row.severity_rank,
    stored: {
      total: asCount(row.stored_total),
      fixable: asCount(row.stored_fixable),
    },
    counted: {
      total: asCount(row.counted_total),
      fixable: asCount(row.counted_fixable),
    },
  }));
}
