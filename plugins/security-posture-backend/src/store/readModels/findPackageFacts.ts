import type { Knex } from 'knex';
import type { PackageFacts } from '../../model/facts';
import { artifactKey, ofArtifacts, type ArtifactRef } from './ofArtifacts';

interface Columns {
  subject_id: string;
  digest: string;
  total: number;
  notable: string | null;
  of_system: number | null;
  of_languages: number | null;
}

/**
 * What the newest list of packages of each of these artifacts says at one
 * glance, by subject and digest with a blank between. Lists that were stored
 * before their packages were looked at have no entry: unknown.
 */
export async function findPackageFacts(
  knex: Knex,
  artifacts: ArtifactRef[],
): Promise<Map<string, PackageFacts>> {
  const rows: Columns[] = await ofArtifacts(knex, 'inventories', artifacts)
    .orderBy([
      { column: 'listed_at', order: 'desc' },
      { column: 'source', order: 'asc' },
    ])
    .select(
      ...['subject_id', 'digest', 'total', 'notable'],
      ...['of_system', 'of_languages'],
    );
  const facts = new Map<string, PackageFacts>();
  const seen = new Set<string>();
  for (const row of rows) {
    const key = artifactKey({ subjectId: row.subject_id, digest: row.digest });
    if (seen.has(key)) continue;
    seen.add(key);
    const { notable, of_system: ofSystem, of_languages: ofLanguages } = row;
    if (notable === null || ofSystem === null || ofLanguages === null) continue;
    facts.set(key, {
      total: row.total,
      ofSystem,
      ofLanguages,
      notable: JSON.parse(notable),
    });
  }
  return facts;
}
