import type { SourceFinding } from 'backstage-plugin-security-posture-node';
import type { Knex } from 'knex';
import { assertionsOf } from '../model/aliasStatements';
import type { DeadlineRules } from '../model/deadline';
import { inTransaction } from '../store/inTransaction';
import { applyDeadlines } from '../store/operations/applyDeadlines';
import { endOvertakenExceptions } from '../store/operations/endOvertakenExceptions';
import { lockForMaintenance } from '../store/operations/lockFindings';
import {
  moveFindings,
  type MovedFindings,
} from '../store/operations/moveFindings';
import { saveAliases } from '../store/operations/saveAliases';
import { findAliasNews } from '../store/readModels/findAliasNews';

/** What the names in a report are learned from. */
export interface NamingReport {
  sourceId: string;
  findings: SourceFinding[];
  /** When the report was made, ISO 8601. */
  at: string;
}

/**
 * Learns from reports which ids name the same vulnerability, and lets findings
 * follow. Call it before the transaction that stores the reports: it takes one
 * of its own, under a lock that reports wait for, and only if there is anything
 * to learn. That is rare: most reports say what was said before.
 *
 * @param deadlines - by which those of the findings that moved are judged anew
 * @returns the findings that moved, and whose state changed by it
 */
export async function learnAliases(
  knex: Knex,
  reports: NamingReport[],
  now: Date = new Date(),
  deadlines?: DeadlineRules,
): Promise<MovedFindings> {
  const statements = reports.flatMap(({ sourceId, findings, at }) =>
    assertionsOf(findings, sourceId).map(statement => ({ ...statement, at })),
  );
  if ((await findAliasNews(knex, statements)).length === 0) {
    return { changes: [], touched: [], moved: 0 };
  }
  return inTransaction(knex, async tx => {
    await lockForMaintenance(tx);
    const changes = await saveAliases(tx, statements);
    const at = now.toISOString();
    const moved = await moveFindings(tx, changes, at);
    await endOvertakenExceptions(tx, moved.touched, at);
    if (deadlines && moved.touched.length > 0) {
      await applyDeadlines(tx, moved.touched, deadlines);
    }
    return moved;
  });
}
