import type { Knex } from 'knex';
import type { ArtifactFacts, AttestationFacts } from '../../../model/facts';
import { textSet } from '../../bulk';
import { artifactKey } from '../ofArtifacts';
import {
  artifactFactsOf,
  artifactsOf,
  refOf,
  selectArtifacts,
  type ScopedArtifactColumns,
  type StoredArtifact,
} from './artifactColumns';
import { findAttestationFacts } from './attestationFacts';
import { grouped } from './grouped';
import {
  findImageExtras,
  type ImageExtras,
  type OptionalPart,
} from './imageExtras';

const none: Map<string, AttestationFacts[]> = new Map();

/** Artifacts, and what is known of what they are built of. */
export interface FoundArtifacts {
  /** By subject. */
  artifacts: Map<string, ArtifactFacts[]>;
  extras: ImageExtras;
}

/** The newest builds and what runs, of these image lines and repositories. */
export async function findArtifactFacts(
  knex: Knex,
  subjectIds: string[],
): Promise<FoundArtifacts> {
  const rows: ScopedArtifactColumns[] = await selectArtifacts(knex)
    .whereIn('a.subject_id', textSet(knex, subjectIds))
    .whereIn('s.kind', ['image', 'repository'])
    .where(current =>
      current.where('a.built', true).orWhere('a.running', true),
    );
  const stored = artifactsOf(rows);
  const { facts, extras } = await completeArtifacts(knex, stored);
  return {
    artifacts: grouped(
      facts,
      ({ subjectId }) => subjectId,
      artifact => artifact,
    ),
    extras,
  };
}

/** Adds to artifacts what other tables hold of them; in the order given. */
export async function completeArtifacts(
  knex: Knex,
  stored: StoredArtifact[],
  parts: ReadonlySet<OptionalPart> = new Set(['packages', 'attestations']),
): Promise<{ facts: ArtifactFacts[]; extras: ImageExtras }> {
  const refs = stored.map(({ row }) => refOf(row));
  const [attestations, extras] = await Promise.all([
    parts.has('attestations') ? findAttestationFacts(knex, refs) : none,
    findImageExtras(
      knex,
      stored.map(({ row }) => row),
      parts,
    ),
  ]);
  const facts = stored.map(artifact => {
    const { subjectId, digest } = refOf(artifact.row);
    const { image, packages } = extras.of(subjectId, digest);
    return {
      ...artifactFactsOf(artifact),
      image,
      packages,
      attestations: attestations.get(artifactKey({ subjectId, digest })) ?? [],
    };
  });
  return { facts, extras };
}
