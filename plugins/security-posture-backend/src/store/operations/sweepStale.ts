import type { Stage } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { updateRows } from '../bulk';

export interface StaleSweep {
  /** By stage: what was not reported since then is stale. */
  reportedBefore: Record<Stage, string>;
  /** Scopes before this one are done. */
  fromScope?: string;
  limit: number;
}

/** One part of a sweep, which goes from scope to scope. */
export interface SweptPart {
  findingIds: string[];
  /** Where to go on; absent at the end. */
  nextScope?: string;
}

/**
 * Marks observations as stale whose scope was not reported again for too long:
 * nobody said that they are gone, and nobody says that they are still there.
 * What was seen only on artifacts of the past is left alone.
 */
export async function sweepStale(
  tx: Knex,
  { reportedBefore, fromScope = '', limit }: StaleSweep,
): Promise<SweptPart> {
  const stages = Object.entries(reportedBefore);
  const [latest] = stages
    .map(([, before]) => before)
    .sort()
    .reverse();
  const rows: { finding_id: string; scope_id: string }[] = await tx(
    'scopes as s',
  )
    .join('observations as o', 'o.scope_id', 's.id')
    .join('findings as f', 'f.id', 'o.finding_id')
    .where('s.id', '>=', fromScope)
    .where('s.closes_by', 'absence')
    .where('s.live', true)
    .where('s.last_report_at', '<', latest)
    .whereNull('o.withdrawn_at')
    .where('o.stale', false)
    .where(due => {
      for (const [stage, before] of stages) {
        due.orWhere(of =>
          of.where('f.stage', stage).where('s.last_report_at', '<', before),
        );
      }
    })
    .orderBy('s.id')
    .limit(limit)
    .select('o.finding_id', 'o.scope_id');
  await updateRows(
    tx,
    'observations',
    rows.map(row => ({ ...row, stale: true })),
    { key: ['finding_id', 'scope_id'], set: ['stale'] },
  );
  return partOf(rows, limit);
}

/** The findings of some observations, in the order of their scopes. */
export function partOf(
  rows: { finding_id: string; scope_id: string }[],
  limit: number,
): SweptPart {
  return {
    findingIds: rows.map(({ finding_id }) => finding_id),
    nextScope: rows.length < limit ? undefined : rows[rows.length - 1].scope_id,
  };
}
