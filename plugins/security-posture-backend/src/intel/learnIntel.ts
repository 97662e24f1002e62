import type { Knex } from 'knex';
import type { DeadlineRules } from '../model/deadline';
import { saveReportIntel } from '../store/operations/saveReportIntel';
import { isKevKnown } from '../store/readModels/findKnownExploited';
import { findReportIntelNews } from '../store/readModels/findReportIntelNews';
import { intelOf, type IntelReport } from './intelOf';
import { recomputeDeadlines } from './recomputeDeadlines';

/**
 * Keeps what reports say of the exploitation of CVEs, outside of the transaction
 * that stores them, and sets the deadlines of findings of other subjects that
 * depend on it. Most reports bring nothing new: that costs one read.
 */
export async function learnIntel(
  knex: Knex,
  reports: IntelReport[],
  rules: DeadlineRules,
): Promise<void> {
  const intel = intelOf(reports);
  if ((await findReportIntelNews(knex, intel)).rows.length === 0) return;
  const { exploited, ruledOut } = await knex.transaction(tx =>
    saveReportIntel(tx, intel),
  );
  // With a catalogue, that a report does not name a CVE is nothing new.
  const problems = (await isKevKnown(knex))
    ? exploited
    : [...exploited, ...ruledOut];
  await recomputeDeadlines(knex, rules, { problems });
}
