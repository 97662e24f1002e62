import type { Knex } from 'knex';
import { upsertRows } from '../bulk';
import type { Row } from '../tables';

// A scanner that looks at an old build again does not make it the newest one. Who
// names no commit at all cannot be told from a new build of the same digest.
const seenBefore =
  "artifacts.digest <> '' and artifacts.built_at is not null and artifacts.commit_id is not null and coalesce(excluded.commit_id, artifacts.commit_id) = artifacts.commit_id";

// A digest that the default branch built stays its own, whatever branch is built
// to the same one or has it scanned again.
const isOthers = 'artifacts.built_at is not null and excluded.built_at is null';

/** Notes what reports tell of artifacts; times only move on. */
export async function saveArtifacts(
  tx: Knex,
  artifacts: Row<'artifacts'>[],
): Promise<void> {
  const rows = new Map<string, Row<'artifacts'>>();
  for (const row of artifacts) {
    const key = `${row.subject_id} ${row.digest}`;
    const known = rows.get(key);
    rows.set(key, known ? merged(known, row) : row);
  }
  await upsertRows(tx, 'artifacts', [...rows.values()], {
    key: ['subject_id', 'digest'],
    merge: {
      tag: 'coalesce(excluded.tag, artifacts.tag)',
      branch: origin('branch'),
      commit_id: origin('commit_id'),
      built_at: `case when ${seenBefore} then artifacts.built_at else ${later(
        'built_at',
      )} end`,
      ran_at: later('ran_at'),
      scanned_at: later('scanned_at'),
      admitted_at: later('admitted_at'),
      last_seen_at: later('last_seen_at'),
    },
  });
}

function origin(column: 'branch' | 'commit_id'): string {
  return `case when ${isOthers} then artifacts.${column} else coalesce(excluded.${column}, artifacts.${column}) end`;
}

function later(column: string): string {
  const [old, fresh] = [`artifacts.${column}`, `excluded.${column}`];
  return `case when ${old} is null or ${fresh} > ${old} then coalesce(${fresh}, ${old}) else ${old} end`;
}

const times = [
  'built_at',
  'ran_at',
  'scanned_at',
  'admitted_at',
  'last_seen_at',
] as const;

function merged(a: Row<'artifacts'>, b: Row<'artifacts'>): Row<'artifacts'> {
  const told = a.built_at && !b.built_at ? a : b;
  const both = {
    ...a,
    tag: b.tag ?? a.tag,
    branch: told.branch ?? a.branch,
    commit_id: told.commit_id ?? a.commit_id,
  };
  for (const time of times) {
    const [known, fresh] = [a[time], b[time]];
    both[time] = known && (!fresh || known > fresh) ? known : fresh;
  }
  return both;
}
