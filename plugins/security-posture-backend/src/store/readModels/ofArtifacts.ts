import type { Knex } from 'knex';
import { textSet } from '../bulk';

/** An artifact of a subject: its digest, or empty if that is unknown. */
export interface ArtifactRef {
  subjectId: string;
  digest: string;
}

export function artifactKey({ subjectId, digest }: ArtifactRef): string {
  return `${subjectId} ${digest}`;
}

/** The rows of a table that belong to these artifacts: any number, two parameters. */
export function ofArtifacts(
  knex: Knex,
  table: 'image_settings' | 'inventories',
  artifacts: ArtifactRef[],
): Knex.QueryBuilder {
  const subjectIds = new Set(artifacts.map(({ subjectId }) => subjectId));
  // The index finds the subjects; of an old line most digests are history.
  return knex(table)
    .whereIn('subject_id', textSet(knex, subjectIds))
    .whereRaw("subject_id || ' ' || digest in ?", [
      textSet(knex, artifacts.map(artifactKey)),
    ]);
}
