import type { Knex } from 'knex';
import { textSet } from '../bulk';
import { isoTime, type DbTime } from '../rows';

/** An image line and a component that it belongs to. */
export interface OwnedImage {
  imageId: string;
  name: string;
  entityRef: string;
  /** ISO 8601; when the image line was last seen. */
  lastSeenAt: string;
}

/** The components of these image lines. */
export async function findOwnershipImages(
  knex: Knex,
  imageIds: Iterable<string>,
): Promise<OwnedImage[]> {
  const rows: {
    id: string;
    name: string;
    entity_ref: string;
    last_seen_at: DbTime;
  }[] = await knex('subjects as s')
    .join('subject_components as c', 'c.subject_id', 's.id')
    .whereIn('s.id', textSet(knex, imageIds))
    .orderBy(['s.name', 'c.entity_ref'])
    .select('s.id', 's.name', 'c.entity_ref', 's.last_seen_at');
  return rows.map(row => ({
    imageId: row.id,
    name: row.name,
    entityRef: row.entity_ref,
    lastSeenAt: isoTime(row.last_seen_at),
  }));
}
