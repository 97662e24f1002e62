import type { Knex } from 'knex';
import { isPostgres } from '../bulk';

/**
 * Makes two identical bodies that arrive at once wait for each other until the
 * end of the transaction. SQLite has one writer anyway.
 */
export async function lockBody(knex: Knex, bodyHash: string): Promise<void> {
  if (isPostgres(knex)) {
    await knex.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      bodyHash,
    ]);
  }
}
