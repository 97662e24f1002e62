import type { Knex } from 'knex';
import { branchDigest, isDefaultBranch } from '../../../model/branch';
import { storedSubject } from '../../../model/subject';
import { textSet } from '../../bulk';
import { isTrue, present } from '../../rows';
import {
  artifactsOf,
  selectArtifacts,
  withSettings,
  type ScopedArtifactColumns,
  type StoredArtifact,
} from './artifactColumns';

/** An artifact that somebody asks for. */
export interface ArtifactQuery {
  /** `image` if absent. */
  kind?: 'image' | 'repository';
  /** `ghcr.io/acme/shop`, `github.com/acme/shop`. */
  name: string;
  tag?: string;
  /** `sha256:…` of an image, branch of a repository. */
  digest?: string;
}

/** The subject that a query is about. */
export function subjectIdOf({ kind = 'image', name }: ArtifactQuery): string {
  return storedSubject({ kind, name }).id;
}

/**
 * What may be meant by some queries, by subject: of lines that have thousands
 * of digests only those that are asked for, the newest of each tag, and the
 * newest builds.
 */
export async function findCandidates(
  knex: Knex,
  queries: ArtifactQuery[],
): Promise<StoredArtifact[]> {
  const ofLines = knex('artifacts')
    .whereIn('subject_id', textSet(knex, new Set(queries.map(subjectIdOf))))
    .select(
      '*',
      knex.raw(
        'row_number() over (partition by subject_id, tag order by coalesce(built_at, last_seen_at) desc, digest) as place_of_tag',
      ),
    );
  const digests = queries.flatMap(({ digest }) =>
    digest ? [digest, branchDigest(digest)] : [],
  );
  const tags = queries.flatMap(({ tag }) => tag ?? []);
  const rows: ScopedArtifactColumns[] = await withSettings(
    knex,
    selectArtifacts(knex, ofLines),
  ).where(meant =>
    meant
      .whereIn('a.digest', textSet(knex, ['', ...digests]))
      .orWhere('a.built', true)
      .orWhere(tagged =>
        tagged.where('a.place_of_tag', 1).whereIn('a.tag', textSet(knex, tags)),
      ),
  );
  return artifactsOf(rows);
}

/**
 * The artifact that a query means: exactly that digest or branch; without one
 * the newest of its tag; without both the newest build. Another digest is
 * another artifact, but what was scanned by tag alone may be the one.
 *
 * @param candidates - artifacts of its subject
 */
export function chooseArtifact(
  { kind = 'image', tag, digest }: ArtifactQuery,
  candidates: StoredArtifact[],
): StoredArtifact | undefined {
  const find = (fits: (row: StoredArtifact['row']) => boolean) =>
    candidates.find(({ row }) => fits(row));
  if (digest && kind === 'repository') {
    return (
      find(row => row.digest === branchDigest(digest)) ??
      find(row => row.digest === '' && isDefault(digest, present(row.branch)))
    );
  }
  if (digest) {
    return (
      find(row => row.digest === digest) ??
      find(row => row.digest === '' && row.tag !== null && row.tag === tag)
    );
  }
  if (tag) return newest(candidates.filter(({ row }) => row.tag === tag));
  return (
    newest(candidates.filter(({ row }) => isTrue(row.built))) ??
    find(row => row.digest === '')
  );
}

function isDefault(branch: string, known: string | undefined): boolean {
  return isDefaultBranch(branch, known === undefined ? [] : [known]);
}

function newest(artifacts: StoredArtifact[]): StoredArtifact | undefined {
  const time = ({ row }: StoredArtifact) =>
    new Date(row.built_at ?? row.last_seen_at).getTime();
  return artifacts.reduce<StoredArtifact | undefined>(
    (last, artifact) =>
      last && time(last) >= time(artifact) ? last : artifact,
    undefined,
  );
}
