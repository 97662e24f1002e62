import type { Knex } from 'knex';
import { saveComponentDays } from '../store/operations/saveComponentDays';

const DAY = 86_400_000;

/** Over how many days the mean time to fix and the deadlines met are taken. */
const FIXED_WITHIN = 90;

/**
 * Takes the snapshot of today (UTC) of every component that was ever reported
 * on, in place of an earlier one of today. The days before are left as they were.
 */
export async function recordDay(knex: Knex, now: Date): Promise<void> {
  const day = now.toISOString().slice(0, 10);
  const from = new Date(`${day}T00:00:00.000Z`);
  await saveComponentDays(knex, {
    day,
    from: from.toISOString(),
    to: new Date(from.getTime() + DAY).toISOString(),
    now: now.toISOString(),
    fixedSince: new Date(now.getTime() - FIXED_WITHIN * DAY).toISOString(),
  });
}
