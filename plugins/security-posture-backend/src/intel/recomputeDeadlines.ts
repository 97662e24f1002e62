import type { Knex } from 'knex';
import type { DeadlineRules } from '../model/deadline';
import { applyDeadlines } from '../store/operations/applyDeadlines';
import { lockForMaintenance } from '../store/operations/lockFindings';
import { findDeadlineIds } from '../store/readModels/findDeadlineIds';

/** Findings of one transaction: it keeps reports waiting. */
const CHUNK = 5_000;

/**
 * Sets the deadlines of findings of some problems, or of all, by what is known
 * now. Each chunk is a transaction of its own.
 *
 * @param problems - CVEs; without them all findings
 * @returns how many deadlines changed
 */
export async function recomputeDeadlines(
  knex: Knex,
  rules: DeadlineRules,
  { problems, chunk = CHUNK }: { problems?: string[]; chunk?: number } = {},
): Promise<number> {
  if (problems?.length === 0) return 0;
  let changed = 0;
  let after: string | undefined;
  for (;;) {
    const ids = await findDeadlineIds(knex, { problems, after, limit: chunk });
    if (ids.length === 0) return changed;
    changed += await knex.transaction(async tx => {
      await lockForMaintenance(tx);
      return (await applyDeadlines(tx, ids, rules)).length;
    });
    after = ids[ids.length - 1];
  }
}
