import type { Knex } from 'knex';
import { textSet, upsertRows } from '../bulk';
import type { Row } from '../tables';

export interface RecordedReports {
  reportIds: string[];
  /** Scopes in which what these reports do not show is gone. */
  completeScopeIds: string[];
}

/**
 * Folds decisions into what is known: a repetition adds to the count, and what
 * complete scopes no longer show is withdrawn.
 */
export async function recordDecisions(
  knex: Knex,
  decisions: Row<'decisions'>[],
  { reportIds, completeScopeIds }: RecordedReports,
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
  if (completeScopeIds.length === 0) return;
  await knex('decisions')
    .whereIn('scope_id', textSet(knex, completeScopeIds))
    .whereNotIn('report_id', textSet(knex, reportIds))
    .whereNull('withdrawn_at')
    .update({
      withdrawn_at: knex('scopes')
        .whereRaw('scopes.id = decisions.scope_id')
        .select('last_report_at'),
    });
}
