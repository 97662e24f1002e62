import type { Knex } from 'knex';
import { isPostgres } from '../bulk';

// A name of ours among the advisory locks of the database.
const FINDINGS = 1_413_829_460;

/**
 * Lets reports be taken in side by side. They lock the subjects that they speak
 * of, in one order; whatever changes findings across subjects waits for them.
 */
export async function lockForIngest(tx: Knex): Promise<void> {
  if (isPostgres(tx)) {
    await tx.raw('select pg_advisory_xact_lock_shared(?)', [FINDINGS]);
  }
}

/**
 * For what changes findings across subjects: names that merge, exceptions,
 * deadlines, retention. Runs alone, so it needs no further lock and cannot
 * deadlock with a report; keep such transactions short. SQLite has one writer.
 */
export async function lockForMaintenance(tx: Knex): Promise<void> {
  if (isPostgres(tx)) {
    await tx.raw('select pg_advisory_xact_lock(?)', [FINDINGS]);
  }
}
