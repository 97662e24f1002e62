import type { Knex } from 'knex';
import { textSet } from '../bulk';

/** The components that some groups or users own, by entity reference. */
export async function findOwnedComponents(
  knex: Knex,
  ownerRefs: Iterable<string>,
): Promise<string[]> {
  const rows: { entity_ref: string }[] = await knex('components')
    .whereIn('owner_ref', textSet(knex, ownerRefs))
    .orderBy('entity_ref')
    .select('entity_ref');
  return rows.map(({ entity_ref }) => entity_ref);
}
