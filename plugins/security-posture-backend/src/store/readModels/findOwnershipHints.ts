import type { Knex } from 'knex';
import { textSet } from '../bulk';
import { asCount, present } from '../rows';
import { grouped } from './facts/grouped';
import { placeKey, type Place } from './findOwnershipObjects';

interface ImageColumns {
  workload_id: string;
  image_id: string;
  name: string;
}

/** What may tell whose subjects are that no component claims. */
export interface OwnershipHints {
  /** The image lines that each workload runs. */
  images: Map<string, { imageId: string; name: string }[]>;
  /** How many workloads of each place belong to which component, by `placeKey`. */
  neighbours: Map<string, Map<string, number>>;
}

/** Hints about workloads by their ids, and about the places that they lie in. */
export async function findOwnershipHints(
  knex: Knex,
  workloadIds: Iterable<string>,
  places: Iterable<Place>,
): Promise<OwnershipHints> {
  const rows: ImageColumns[] = await knex('workload_images as w')
    .join('subjects as s', 's.id', 'w.image_id')
    .whereIn('w.workload_id', textSet(knex, workloadIds))
    .orderBy(['w.workload_id', 's.name'])
    .distinct('w.workload_id', 'w.image_id', 's.name');
  return {
    images: grouped(
      rows,
      row => row.workload_id,
      row => ({ imageId: row.image_id, name: row.name }),
    ),
    neighbours: await findNeighbours(knex, [...places]),
  };
}

async function findNeighbours(
  knex: Knex,
  places: Place[],
): Promise<OwnershipHints['neighbours']> {
  const keys = new Set(places.map(placeKey));
  const rows: {
    cluster: string | null;
    namespace: string;
    entity_ref: string;
    total: unknown;
  }[] = await knex('subjects as s')
    .join('subject_components as c', 'c.subject_id', 's.id')
    .where('s.kind', 'workload')
    .whereIn(
      's.namespace',
      textSet(
        knex,
        places.flatMap(({ namespace }) => namespace ?? []),
      ),
    )
    .groupBy('s.cluster', 's.namespace', 'c.entity_ref')
    .orderBy(['s.namespace', 'c.entity_ref'])
    .select('s.cluster', 's.namespace', 'c.entity_ref')
    .count({ total: '*' });
  const neighbours: OwnershipHints['neighbours'] = new Map();
  for (const row of rows) {
    const key = placeKey({
      cluster: present(row.cluster),
      namespace: row.namespace,
    });
    if (!keys.has(key)) continue;
    const own = neighbours.get(key) ?? new Map<string, number>();
    own.set(row.entity_ref, asCount(row.total));
    neighbours.set(key, own);
  }
  return neighbours;
}
