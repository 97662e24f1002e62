import type { Knex } from 'knex';
import { updateRows } from '../bulk';

export interface DayRisk {
  entityRef: string;
  /** 0 to 100; undefined: unknown. */
  risk?: number;
  grade: string;
  /** 0 to 1. */
  coverage: number;
}

/** Adds what was judged to the snapshots of a day. Components without one are passed over. */
export async function saveDayRisks(
  knex: Knex,
  day: string,
  risks: DayRisk[],
): Promise<void> {
  await updateRows(
    knex,
    'component_days',
    risks.map(({ entityRef, risk, grade, coverage }) => ({
      entity_ref: entityRef,
      day,
      risk,
      grade,
      coverage,
    })),
    { key: ['entity_ref', 'day'], set: ['risk', 'grade', 'coverage'] },
  );
}
