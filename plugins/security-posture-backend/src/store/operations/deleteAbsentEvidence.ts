import type { Knex } from 'knex';

/**
 * What is known of artifacts of the past: digests and branches that are neither
 * the newest build nor running, of which no word counts any more, and that were
 * not seen for some time. In the order in which it can be deleted.
 */
export const absentParts = [
  'observations',
  'passes',
  'scopes',
  'packages',
  'inventories',
  'attestations',
  'image_settings',
  'artifacts',
] as const;

export type AbsentPart = (typeof absentParts)[number];

const keys: Record<AbsentPart, string[]> = {
  observations: ['finding_id', 'scope_id'],
  passes: ['id'],
  scopes: ['id'],
  packages: ['inventory_id', 'position'],
  inventories: ['id'],
  attestations: ['id'],
  image_settings: ['subject_id', 'digest', 'source'],
  artifacts: ['subject_id', 'digest'],
};

/**
 * Deletes one part of what is known of artifacts of the past, at most `limit`
 * rows. Such evidence makes no finding open, so none changes by it.
 *
 * @returns how many rows it deleted
 */
export async function deleteAbsentEvidence(
  tx: Knex,
  part: AbsentPart,
  before: string,
  limit: number,
): Promise<number> {
  const rows = findPast(tx, part, before).limit(limit);
  const key = keys[part];
  return tx(part)
    .whereIn(key, rows.select(key.map(column => `x.${column}`)))
    .delete();
}

/** The rows of the part, as `x`, that belong to artifacts of the past. */
function findPast(
  tx: Knex,
  part: AbsentPart,
  before: string,
): Knex.QueryBuilder {
  const artifacts = tx('artifacts as a')
    .where('a.built', false)
    .where('a.running', false)
    .where('a.last_seen_at', '<', before)
    .whereNotExists(
      tx('scopes as l')
        .whereRaw('l.subject_id = a.subject_id')
        .whereRaw('l.digest = a.digest')
        .where('l.live', true)
        .select(tx.raw('1')),
    );
  const ofArtifacts = (table: string, as: string) =>
    artifacts.join(`${table} as ${as}`, join =>
      join
        .on(`${as}.subject_id`, 'a.subject_id')
        .andOn(`${as}.digest`, 'a.digest'),
    );
  switch (part) {
    case 'observations':
    case 'passes':
      return ofArtifacts('scopes', 's').join(
        `${part} as x`,
        'x.scope_id',
        's.id',
      );
    case 'scopes':
      return ofArtifacts('scopes', 'x').whereNotExists(
        tx('observations as o')
          .whereRaw('o.scope_id = x.id')
          .select(tx.raw('1')),
      );
    case 'packages':
      return ofArtifacts('inventories', 'i').join(
        'packages as x',
        'x.inventory_id',
        'i.id',
      );
    case 'inventories':
      return ofArtifacts('inventories', 'x').whereNotExists(
        tx('packages as p')
          .whereRaw('p.inventory_id = x.id')
          .select(tx.raw('1')),
      );
    case 'attestations':
    case 'image_settings':
      return ofArtifacts(part, 'x');
    default:
      return ofArtifacts('artifacts', 'x').whereNotExists(
        tx('scopes as s')
          .whereRaw('s.subject_id = x.subject_id')
          .whereRaw('s.digest = x.digest')
          .select(tx.raw('1')),
      );
  }
}
