import type { TrailEntry } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { isoTime, present, type DbTime } from '../rows';

/** Whose trail to read. */
export type TrailOf =
  | { findingId: string }
  | { exceptionId: string }
  | { entityRef: string };

/** The newest steps of a trail are enough for a page. */
const MAX_STEPS = 500;

/** What people and tasks did, oldest first; the newest 500 steps. */
export async function findTrail(
  knex: Knex,
  of: TrailOf,
): Promise<TrailEntry[]> {
  const query = knex('trail');
  if ('findingId' in of) query.where('finding_id', of.findingId);
  else if ('exceptionId' in of) query.where('exception_id', of.exceptionId);
  else query.where('entity_ref', of.entityRef);
  const rows: {
    id: string;
    at: DbTime;
    actor: string;
    action: string;
    finding_id: string | null;
    exception_id: string | null;
    entity_ref: string | null;
    comment: string | null;
    data: string;
  }[] = await query
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(MAX_STEPS);
  return rows.reverse().map(row => ({
    id: row.id,
    at: isoTime(row.at),
    actor: row.actor,
    action: row.action,
    findingId: present(row.finding_id),
    exceptionId: present(row.exception_id),
    entityRef: present(row.entity_ref),
    comment: present(row.comment),
    data: JSON.parse(row.data),
  }));
}
