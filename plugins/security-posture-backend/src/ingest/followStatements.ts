import type { Knex } from 'knex';
import { applyVex } from '../store/operations/applyVex';
import { deriveFindings } from '../store/operations/deriveFindings';

/**
 * After VEX statements were stored: findings of any subject that they speak of
 * change with them, so the transaction holds the lock for maintenance.
 *
 * @param vulnerabilities - as the statements name them
 */
export async function followStatements(
  tx: Knex,
  vulnerabilities: string[],
  now: string,
): Promise<void> {
  if (vulnerabilities.length === 0) return;
  await deriveFindings(tx, await applyVex(tx, { vulnerabilities }), now);
}
