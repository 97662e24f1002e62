import type { Knex } from 'knex';
import { textSet, upsertRows } from '../bulk';
import type { Row } from '../tables';

/**
 * Folds decisions into what is known: a repetition adds to the count, and what
 * complete scopes no longer show is withdrawn.
 */
export async function recordDecisions(
  knex: Knex,
  reportId: string,
  at: string,
  decisions: Row<'decisions'>[],
  completeScopeIds: string[],
): Promise<void> {
  const newer = (column: string) =>
    `case when excluded.last_seen_at >= decisions.last_seen_at then excluded.${column} else decisions.${column} end`;
  await upsertRows(knex, 'decisions', decisions, {
    key: ['id'],
    merge: {
      report_id: 'excluded.report_id',
      outcome: newer('outcome'),
      severity_rank: newer('severity_rank'),
      category: newer('category'),
      message: newer('message'),
      actor: newer('actor'),
      operation: newer('operation'),
      count:
        'case when excluded.scope_id is null then decisions.count + excluded.count else excluded.count end',
      last_seen_at: newer('last_seen_at'),
      withdrawn_at: 'null',
    },
  });
  await knex('decisions')
    .whereIn('scope_id', textSet(knex, completeScopeIds))
    .whereNot('report_id', reportId)
    .whereNull('withdrawn_at')
    .update({ withdrawn_at: at });
}
