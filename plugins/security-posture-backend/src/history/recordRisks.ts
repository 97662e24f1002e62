import type { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import type { AssessmentService } from '../posture';
import { saveDayRisks, type DayRisk } from '../store/operations/saveDayRisks';
import { findComponentsOfDay } from '../store/readModels/findComponentsOfDay';

/** Rows of one statement. */
const BATCH = 500;

/**
 * Judges every component that has a snapshot of today (UTC) and adds its risk,
 * grade and coverage to it.
 *
 * @returns how many were judged
 */
export async function recordRisks(
  knex: Knex,
  assessments: Pick<AssessmentService, 'assessAll'>,
  now: Date,
): Promise<number> {
  const day = now.toISOString().slice(0, 10);
  const refs = await findComponentsOfDay(knex, day);
  let risks: DayRisk[] = [];
  for await (const { facts, risk } of assessments.assessAll(refs, now)) {
    risks.push({
      entityRef: facts.component.entityRef,
      risk: risk.score,
      grade: risk.grade,
      coverage: risk.coverage,
    });
    if (risks.length === BATCH) {
      await saveDayRisks(knex, day, risks);
      risks = [];
    }
    // Requests that came in meanwhile go first.
    await setImmediate();
  }
  await saveDayRisks(knex, day, risks);
  return refs.length;
}
