import type { Knex } from 'knex';

/** PostgreSQL ended the transaction so that another one can go on; it may be tried again. */
const retryable = ['40001', '40P01'];

const ATTEMPTS = 4;

/** Runs a transaction; once more where it met another one in a deadlock. */
export async function inTransaction<T>(
  knex: Knex,
  work: (tx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await knex.transaction(work);
    } catch (error) {
      const { code } = error as { code?: string };
      if (!code || !retryable.includes(code) || attempt === ATTEMPTS) {
        throw error;
      }
    }
  }
}
