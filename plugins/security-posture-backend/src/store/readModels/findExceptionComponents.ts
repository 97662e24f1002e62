import type { Exception } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { findFindingPlace } from './findFindingPlace';

/**
 * The components that decide who may ask for an exception and who approves it.
 * None for scope `everywhere`, and for what no component claims.
 */
export async function findExceptionComponents(
  knex: Knex,
  { scope, target }: Pick<Exception, 'scope' | 'target'>,
): Promise<string[]> {
  const { kind, ref = '' } = scope;
  switch (kind) {
    case 'finding': {
      const place = await findFindingPlace(knex, target.findingId ?? '');
      return place?.entityRefs ?? [];
    }
    case 'image':
      return refs(
        knex('subject_components as c')
          .join('subjects as s', 's.id', 'c.subject_id')
          .where({ 's.kind': 'image', 's.name': ref })
          .distinct('c.entity_ref'),
      );
    case 'component':
      return [ref];
    case 'system':
      return refs(
        knex('components').where('system_ref', ref).select('entity_ref'),
      );
    default:
      return [];
  }
}

async function refs(query: Knex.QueryBuilder): Promise<string[]> {
  const rows: { entity_ref: string }[] = await query.orderBy('entity_ref');
  return rows.map(({ entity_ref }) => entity_ref);
}

/** The systems of these components. */
export async function findSystems(
  knex: Knex,
  entityRefs: string[],
): Promise<string[]> {
  const rows: { system_ref: string }[] = await knex('components')
    .whereIn('entity_ref', entityRefs)
    .whereNotNull('system_ref')
    .distinct('system_ref');
  return rows.map(({ system_ref }) => system_ref);
}
