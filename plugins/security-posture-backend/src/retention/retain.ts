import type { Knex } from 'knex';
import { inChunks } from '../store/inChunks';
import {
  absentParts,
  deleteAbsentEvidence,
} from '../store/operations/deleteAbsentEvidence';
import {
  deleteExpired,
  type ExpiringTable,
} from '../store/operations/deleteExpired';
import { deleteFindings } from '../store/operations/deleteFindings';
import { findExpiredFindings } from '../store/readModels/findExpiredFindings';
import { ago, type RetentionRules } from './rules';

export interface RetainOptions {
  knex: Knex;
  rules: RetentionRules;
  now: Date;
  signal?: AbortSignal;
  /** Rows that one transaction deletes at most. */
  chunk?: number;
}

const MAX_ROWS = 5000;

/** A finding goes with its observations, verdicts and redirects, seldom more than these. */
const ROWS_OF_FINDING = 5;

/** Tables that are kept by time alone, and the rule of each. */
const timed: [ExpiringTable, keyof RetentionRules][] = [
  ['reports', 'reports'],
  ['passes', 'reports'],
  ['decisions', 'decisions'],
  ['sensor_events', 'alerts'],
  ['trail', 'trail'],
  ['component_days', 'history'],
];

/**
 * Deletes what was kept for long enough, and never what is still open.
 *
 * @returns how many rows of each table went
 */
export async function retain(
  options: RetainOptions,
): Promise<Record<string, number>> {
  const { rules, now, chunk: limit = MAX_ROWS } = options;
  const deleted: Record<string, number> = {};
  const untilNone = (table: string, step: (tx: Knex) => Promise<number>) =>
    inChunks<true>(options, async tx => {
      const count = await step(tx);
      if (count > 0) deleted[table] = (deleted[table] ?? 0) + count;
      return count < limit ? undefined : true;
    });

  for (const part of absentParts) {
    const before = ago(now, rules.absentEvidence);
    await untilNone(part, tx => deleteAbsentEvidence(tx, part, before, limit));
  }
  await inChunks<string>(options, async (tx, after) => {
    const most = Math.ceil(limit / ROWS_OF_FINDING);
    const ids = await findExpiredFindings(
      tx,
      {
        fixedBefore: ago(now, rules.fixedFindings),
        alertsBefore: ago(now, rules.alerts),
        absentBefore: ago(now, rules.absentEvidence),
      },
      { after, limit: most },
    );
    await deleteFindings(tx, ids);
    if (ids.length > 0) deleted.findings = (deleted.findings ?? 0) + ids.length;
    return ids.length < most ? undefined : ids[ids.length - 1];
  });
  for (const [table, rule] of timed) {
    const before = ago(now, rules[rule]);
    await untilNone(table, tx => deleteExpired(tx, table, before, limit));
  }
  return deleted;
}
