import type { Exception } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { exceptionOf, type ExceptionColumns } from './exceptionColumns';

/** Approved exceptions that end between two times and of which nobody was told yet. */
export async function findExpiring(
  knex: Knex,
  after: string,
  until: string,
): Promise<Exception[]> {
  const rows: ExceptionColumns[] = await knex('exceptions')
    .where('status', 'approved')
    .where('expires_at', '>', after)
    .where('expires_at', '<=', until)
    .whereNull('warned_at')
    .orderBy('expires_at')
    .limit(500);
  return rows.map(exceptionOf);
}
