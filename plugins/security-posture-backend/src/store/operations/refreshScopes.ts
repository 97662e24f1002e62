import type { Knex } from 'knex';
import { currentScopes, type ScopeState } from '../../model/currentScopes';
import { textSet, updateRows } from '../bulk';
import { isTrue, optionalIsoTime, present, type DbTime } from '../rows';

interface Columns {
  id: string;
  subject_id: string;
  digest: string;
  source: string;
  kind: string;
  part: string | null;
  of_build: unknown;
  built: unknown;
  running: unknown;
  live: unknown;
  last_complete_at: DbTime | null;
}

interface ArtifactColumns {
  subject_id: string;
  digest: string;
  built: unknown;
  running: unknown;
  built_at: DbTime | null;
  running_since: DbTime | null;
}

export interface RefreshedScopes {
  /** By scope, for what it holds. A scope of something without versions is absent. */
  states: Map<string, ScopeState>;
  /** The findings seen in scopes that changed, for `deriveFindings`. */
  findingIds: string[];
}

/**
 * Finds out anew which scopes of these subjects hold for the newest build and
 * for what runs, after their artifacts or their reports changed.
 */
export async function refreshScopes(
  tx: Knex,
  subjectIds: Iterable<string>,
): Promise<RefreshedScopes> {
  const ids = [...new Set(subjectIds)];
  const artifacts = await artifactsOf(tx, ids);
  const scopes = await scopesOf(tx, [...artifacts.keys()]);
  const refreshed = [...artifacts].flatMap(([id, own]) =>
    currentScopes(own, scopes.get(id) ?? []),
  );
  const changed = refreshed.filter(
    ({ scope, state }) =>
      scope.was.built !== state.built ||
      scope.was.running !== state.running ||
      scope.was.live !== state.live,
  );
  if (changed.length > 0) {
    await updateRows(
      tx,
      'scopes',
      changed.map(({ scope, state }) => ({ id: scope.id, ...state })),
      { key: ['id'], set: ['built', 'running', 'live'] },
    );
  }
  return {
    states: new Map(refreshed.map(({ scope, state }) => [scope.id, state])),
    findingIds: await seenIn(
      tx,
      changed.map(({ scope }) => scope.id),
    ),
  };
}

async function artifactsOf(tx: Knex, subjectIds: string[]) {
  const rows: ArtifactColumns[] = await tx('artifacts')
    .whereIn('subject_id', textSet(tx, subjectIds))
    .select(
      'subject_id',
      'digest',
      'built',
      'running',
      'built_at',
      'running_since',
    );
  return bySubject(rows, row => ({
    digest: row.digest,
    builtAt: optionalIsoTime(row.built_at),
    built: isTrue(row.built),
    running: isTrue(row.running),
    runningSince: optionalIsoTime(row.running_since),
  }));
}

async function scopesOf(tx: Knex, subjectIds: string[]) {
  // What has no artifact is of something that comes in no versions.
  const rows: Columns[] = await tx('scopes as s')
    .join('artifacts as a', join =>
      join.on('a.subject_id', 's.subject_id').andOn('a.digest', 's.digest'),
    )
    .whereIn('s.subject_id', textSet(tx, subjectIds))
    .select('s.*');
  return bySubject(rows, row => ({
    id: row.id,
    digest: row.digest,
    source: row.source,
    kind: row.kind,
    part: present(row.part),
    ofBuild: isTrue(row.of_build),
    isComplete: row.last_complete_at !== null,
    was: {
      built: isTrue(row.built),
      running: isTrue(row.running),
      live: isTrue(row.live),
    },
  }));
}

async function seenIn(tx: Knex, scopeIds: string[]): Promise<string[]> {
  if (scopeIds.length === 0) return [];
  const rows: { finding_id: string }[] = await tx('observations')
    .whereIn('scope_id', textSet(tx, scopeIds))
    .whereNull('withdrawn_at')
    .distinct('finding_id');
  return rows.map(({ finding_id }) => finding_id);
}

function bySubject<R extends { subject_id: string }, V>(
  rows: R[],
  valueOf: (row: R) => V,
): Map<string, V[]> {
  const values = new Map<string, V[]>();
  for (const row of rows) {
    const own = values.get(row.subject_id);
    if (own) own.push(valueOf(row));
    else values.set(row.subject_id, [valueOf(row)]);
  }
  return values;
}
