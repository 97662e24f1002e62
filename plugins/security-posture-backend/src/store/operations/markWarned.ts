import type { Knex } from 'knex';

/** Notes that people were told of an exception's end. */
export async function markWarned(
  knex: Knex,
  exceptionId: string,
  at: string,
): Promise<void> {
  await knex('exceptions').where({ id: exceptionId }).update({ warned_at: at });
}
