import type { Knex } from 'knex';
import { upsertRows } from '../bulk';
import type { Row } from '../tables';

/** Keeps the newest statement of each author about a vulnerability of a product. */
export async function saveVexStatements(
  knex: Knex,
  statements: Row<'vex_statements'>[],
): Promise<void> {
  if (statements.length === 0) return;
  await upsertRows(knex, 'vex_statements', statements, {
    key: ['id'],
    merge: {
      status: 'excluded.status',
      justification: 'excluded.justification',
      statement: 'excluded.statement',
      report_id: 'excluded.report_id',
      stated_at: 'excluded.stated_at',
    },
    where: 'excluded.stated_at >= vex_statements.stated_at',
  });
}
