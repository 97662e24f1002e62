import type { Knex } from 'knex';
import type { ObjectFacts } from '../../../model/facts';
import { textSet } from '../../bulk';
import type { ComponentSubject, ComponentSubjects } from './componentSubjects';
import {
  clusterKinds,
  objectColumns,
  objectOf,
  runsNothing,
  type ObjectColumns,
} from './objectColumns';
import { podKinds } from './podKinds';

/**
 * The objects beside the workloads of each component that run no pods: in their
 * namespaces, the namespaces themselves, and the roles of their clusters.
 * Objects without a namespace can be anybody's, so that only a component's own
 * count.
 */
export async function findObjectFacts(
  knex: Knex,
  subjects: ComponentSubjects,
): Promise<Map<string, ObjectFacts[]>> {
  const { ids, places, clusters } = reachOf([...subjects.values()].flat());
  const located = knex('subjects')
    .where('kind', 'workload')
    .whereNotIn('workload_kind', podKinds)
    .select(
      '*',
      knex.raw(`coalesce(cluster, '') as any_cluster`),
      // A Namespace lies in itself.
      knex.raw(
        `coalesce(cluster, '') || '/' || case when workload_kind = 'Namespace' then name else coalesce(namespace, '') end as place`,
      ),
    );
  const rows: ObjectColumns[] = await knex(located.as('s'))
    .join('workloads as w', 'w.subject_id', 's.id')
    .where(beside =>
      beside
        .whereIn('s.place', textSet(knex, places))
        .orWhereIn('s.id', textSet(knex, ids))
        .orWhere(whole =>
          whole
            .whereIn('s.workload_kind', clusterKinds)
            .whereIn('s.any_cluster', textSet(knex, clusters)),
        ),
    )
    .orderBy(['s.workload_kind', 's.name', 's.id'])
    .select(objectColumns);
  const objects = rows.filter(runsNothing).map(objectOf);
  return new Map(
    [...subjects].map(([entityRef, own]) => {
      const reach = reachOf(own);
      return [entityRef, objects.filter(object => isWithin(object, reach))];
    }),
  );
}

/** What objects have to do with some subjects. */
interface Reach {
  ids: Set<string>;
  /** Cluster and namespace. */
  places: Set<string>;
  clusters: Set<string>;
}

function reachOf(subjects: ComponentSubject[]): Reach {
  const workloads = subjects.filter(({ kind }) => kind === 'workload');
  const placed = workloads.filter(({ namespace }) => namespace !== undefined);
  return {
    ids: new Set(workloads.map(({ id }) => id)),
    places: new Set(placed.map(placeOf)),
    clusters: new Set(placed.map(({ cluster = '' }) => cluster)),
  };
}

function isWithin(object: ObjectFacts, { ids, places, clusters }: Reach) {
  const { subjectId, kind, name, cluster = '', namespace } = object;
  const place = placeOf({
    cluster,
    namespace: kind === 'Namespace' ? name : namespace,
  });
  return (
    ids.has(subjectId) ||
    places.has(place) ||
    (clusterKinds.includes(kind) && clusters.has(cluster))
  );
}

function placeOf(at: { cluster?: string; namespace?: string }): string {
  return `${at.cluster ?? ''}/${at.namespace ?? ''}`;
}
