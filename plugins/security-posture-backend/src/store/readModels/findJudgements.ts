import type { Knex } from 'knex';

/** Whether there is anything that could be said of a new finding. Mostly there is nothing. */
export async function findJudgements(
  knex: Knex,
): Promise<{ exceptions: boolean; statements: boolean }> {
  const exception = await knex('exceptions')
    .where('status', 'approved')
    .first('id');
  const statement = await knex('vex_statements').first('id');
  return {
    exceptions: exception !== undefined,
    statements: statement !== undefined,
  };
}
