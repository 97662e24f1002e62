import type { Knex } from 'knex';
import { findingId } from '../../model/findingId';
import { compareCounts } from '../../store/readModels/compareCounts';
import { tables, type TableName } from '../../store/tables';

/** All tables in an order in which they can be emptied. */
const names = (Object.keys(tables) as TableName[]).reverse();

/** Forgets all but what the catalog says. */
export async function forgetAll(knex: Knex): Promise<void> {
  for (const table of names) {
    if (table !== 'components') await knex(table).delete();
  }
}

/** Everything that is stored, by table, as texts in order. */
export async function storedRows(
  knex: Knex,
  without: readonly TableName[] = [],
): Promise<Record<string, string[]>> {
  const stored: Record<string, string[]> = {};
  for (const table of names) {
    if (without.includes(table)) continue;
    const rows: object[] = await knex(table);
    stored[table] = rows.map(row => JSON.stringify(row)).sort();
  }
  return stored;
}

/** What is never true of a store, whatever happened to it. */
export async function untruths(knex: Knex): Promise<object> {
  const findings: {
    id: string;
    subject_id: string;
    kind: string;
    problem: string;
    locus: string;
    state: string;
  }[] = await knex('findings');
  const strays = findings.filter(
    ({ id, subject_id: subjectId, kind, problem, locus }) =>
      id !== findingId({ subjectId, kind, problem, locus }),
  );
  const shown: { finding_id: string }[] = await knex('observations as o')
    .join('scopes as s', 's.id', 'o.scope_id')
    .whereNull('o.withdrawn_at')
    .where('s.live', true)
    .distinct('o.finding_id');
  const live = new Set(shown.map(({ finding_id }) => finding_id));
  const seen: { finding_id: string }[] = await knex('observations').distinct(
    'finding_id',
  );
  const everSeen = new Set(seen.map(({ finding_id }) => finding_id));
  const isLive = ({ state }: { state: string }) =>
    !['fixed', 'absent'].includes(state);
  return {
    strays: strays.map(({ id }) => id),
    wrongCounts: await compareCounts(knex),
    negativeCounts: await knex('subject_counts')
      .where('total', '<', 0)
      .orWhere('fixable', '<', 0),
    withoutEvidence: findings
      .filter(finding => isLive(finding) !== live.has(finding.id))
      .map(({ id, state }) => ({ id, state })),
    neverSeen: findings
      .filter(({ id, state }) => state !== 'fixed' && !everSeen.has(id))
      .map(({ id }) => id),
    withoutWords: await knex('observations as o')
      .join('scopes as s', 's.id', 'o.scope_id')
      .leftJoin('verdicts as v', join =>
        join.on('v.finding_id', 'o.finding_id').andOn('v.source', 's.source'),
      )
      .whereNull('v.source')
      .select('o.finding_id'),
    deadEnds: await knex('finding_redirects as r')
      .join('findings as f', 'f.id', 'r.old_id')
      .select('r.old_id'),
  };
}

export const noUntruth = {
  strays: [],
  wrongCounts: [],
  negativeCounts: [],
  withoutEvidence: [],
  neverSeen: [],
  withoutWords: [],
  deadEnds: [],
};
