import type { Knex } from 'knex';
import { isPostgres } from '../bulk';

// A name of ours among the advisory locks of the database.
const INTEL = 1_413_829_461;

/**
 * Whoever writes what is known of CVEs does so alone: reports and feeds speak of
 * the same rows, in any order. Taken after a lock on findings, never before one.
 */
export async function lockIntel(tx: Knex): Promise<void> {
  if (isPostgres(tx)) await tx.raw('select pg_advisory_xact_lock(?)', [INTEL]);
}
