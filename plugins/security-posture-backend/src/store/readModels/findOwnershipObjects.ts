import type { Knex } from 'knex';
import type { ObjectFacts } from '../../model/facts';
import { textSet } from '../bulk';
import {
  objectColumns,
  objectOf,
  runsNothing,
  type ObjectColumns,
} from './facts/objectColumns';

/** A namespace of a cluster; without a cluster: of an unknown one. */
export interface Place {
  cluster?: string;
  namespace?: string;
}

/** What lies in a namespace and can name the owner of its workloads. */
export interface PlaceObjects {
  namespace?: ObjectFacts;
  services: ObjectFacts[];
}

export function placeKey({ cluster = '', namespace = '' }: Place): string {
  return `${cluster}/${namespace}`;
}

/** The Namespace object and the Services of each of these places, by `placeKey`. */
export async function findOwnershipObjects(
  knex: Knex,
  places: Iterable<Place>,
): Promise<Map<string, PlaceObjects>> {
  const keys = new Set(
    [...places]
      .filter(({ namespace }) => namespace !== undefined)
      .map(placeKey),
  );
  const located = knex('subjects')
    .where('kind', 'workload')
    .whereIn('workload_kind', ['Namespace', 'Service'])
    .select(
      '*',
      // A Namespace lies in itself.
      knex.raw(
        `coalesce(cluster, '') || '/' || case when workload_kind = 'Namespace' then name else coalesce(namespace, '') end as place`,
      ),
    );
  const rows: ObjectColumns[] = await knex(located.as('s'))
    .join('workloads as w', 'w.subject_id', 's.id')
    .whereIn('s.place', textSet(knex, keys))
    .orderBy(['s.name', 's.id'])
    .select(objectColumns);
  const found = new Map<string, PlaceObjects>();
  for (const object of rows.filter(runsNothing).map(objectOf)) {
    const { kind, name, cluster, namespace } = object;
    const isNamespace = kind === 'Namespace';
    const key = placeKey({
      cluster,
      namespace: isNamespace ? name : namespace,
    });
    const own = found.get(key) ?? { services: [] };
    if (isNamespace) own.namespace = object;
    else own.services.push(object);
    found.set(key, own);
  }
  return found;
}
