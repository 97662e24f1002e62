import type { Knex } from 'knex';
import type { ArtifactFacts } from '../../../model/facts';
import { isPostgres } from '../../bulk';
import { isTrue, optionalIsoTime, present, type DbTime } from '../../rows';
import type { ArtifactRef } from '../ofArtifacts';
import { scansOf, type ScanColumns } from './scanFacts';

/** An artifact joined as `a`, with its subject as `s` and one of its scopes as `p`. */
export interface ArtifactColumns {
  subject_id: string;
  subject_kind: ArtifactFacts['kind'];
  subject_name: string;
  digest: string;
  tag: string | null;
  branch: string | null;
  commit_id: string | null;
  built: unknown;
  running: unknown;
  built_at: DbTime | null;
  admitted_at: DbTime | null;
  running_since: DbTime | null;
  last_seen_at: DbTime;
  /**
   * What reports told of the image, oldest first, as a JSON list; null if
   * nothing, absent if it was not asked.
   */
  settings?: string | null;
}

/** What a row holds of the scope; all null where the artifact has none. */
export type ScopedArtifactColumns = ArtifactColumns &
  ({ scope_id: null } | ArtifactScope);

/**
 * Artifacts with their scopes: a row for each scope, and one for an artifact
 * without any.
 *
 * @param artifacts - all if absent
 */
export function selectArtifacts(
  knex: Knex,
  artifacts: Knex.QueryBuilder = knex('artifacts'),
): Knex.QueryBuilder {
  return knex(artifacts.as('a'))
    .join('subjects as s', 's.id', 'a.subject_id')
    .leftJoin('scopes as p', join =>
      join
        .on('p.subject_id', 'a.subject_id')
        .andOn('p.digest', 'a.digest')
        .andOnVal('p.closes_by', 'absence'),
    )
    .orderBy(['a.subject_id', 'a.digest', 'p.id'])
    .select(
      'a.subject_id',
      's.kind as subject_kind',
      's.name as subject_name',
      'a.digest',
      'a.tag',
      'a.branch',
      'a.commit_id',
      'a.built',
      'a.running',
      'a.built_at',
      'a.admitted_at',
      'a.running_since',
      'a.last_seen_at',
      'p.id as scope_id',
      'p.kind',
      'p.source',
      'p.tool_name',
      'p.of_build',
      'p.last_report_at',
      'p.last_complete_at',
      'p.last_report_id',
    );
}

/** Adds `settings` to artifacts: one statement less for those who ask for few. */
export function withSettings(
  knex: Knex,
  artifacts: Knex.QueryBuilder,
): Knex.QueryBuilder {
  const told = knex('image_settings as i')
    .whereRaw('i.subject_id = a.subject_id and i.digest = a.digest')
    .orderBy([
      { column: 'i.told_at', order: 'asc' },
      { column: 'i.source', order: 'desc' },
    ])
    .select('i.settings')
    .as('told');
  const list = isPostgres(knex)
    ? 'cast(json_agg(cast(told.settings as json)) as text)'
    : "nullif(json_group_array(json(told.settings)), '[]')";
  return artifacts.select(
    knex.from(told).select(knex.raw(list)).as('settings'),
  );
}

/** A scope of an artifact. */
export type ArtifactScope = ScanColumns & { scope_id: string };

/** A stored artifact with its scopes. */
export interface StoredArtifact {
  row: ArtifactColumns;
  scopes: ArtifactScope[];
}

/** Puts the rows of each artifact together, in their order. */
export function artifactsOf(rows: ScopedArtifactColumns[]): StoredArtifact[] {
  const artifacts: StoredArtifact[] = [];
  for (const row of rows) {
    const last = artifacts.at(-1);
    const isSame =
      last?.row.subject_id === row.subject_id && last.row.digest === row.digest;
    const artifact = isSame ? last : { row, scopes: [] };
    if (!isSame) artifacts.push(artifact);
    if (row.scope_id !== null) artifact.scopes.push(row);
  }
  return artifacts;
}

/** An artifact without what other tables hold of it. */
export function artifactFactsOf({
  row,
  scopes,
}: StoredArtifact): ArtifactFacts {
  const isRunning = isTrue(row.running);
  return {
    subjectId: row.subject_id,
    kind: row.subject_kind,
    name: row.subject_name,
    digest: digestOf(row.digest),
    tag: present(row.tag),
    branch: present(row.branch),
    commit: present(row.commit_id),
    built: isTrue(row.built),
    running: isRunning,
    builtAt: optionalIsoTime(row.built_at),
    admittedAt: optionalIsoTime(row.admitted_at),
    runningSince: isRunning ? optionalIsoTime(row.running_since) : undefined,
    scans: scansOf(scopes),
    attestations: [],
  };
}

export function refOf(row: ArtifactColumns): ArtifactRef {
  return { subjectId: row.subject_id, digest: row.digest };
}

/** The digest of an image; undefined for a branch, and where none is known. */
export function digestOf(digest: string): string | undefined {
  return digest.startsWith('sha256:') ? digest : undefined;
}
