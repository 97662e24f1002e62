import type { Knex } from 'knex';

/** The components that have a snapshot of a day, by entity reference. */
export async function findComponentsOfDay(
  knex: Knex,
  day: string,
): Promise<string[]> {
  const rows: { entity_ref: string }[] = await knex('component_days')
    .where({ day })
    .orderBy('entity_ref')
    .select('entity_ref');
  return rows.map(({ entity_ref }) => entity_ref);
}
