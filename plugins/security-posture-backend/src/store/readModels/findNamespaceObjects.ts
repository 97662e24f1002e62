import type { Knex } from 'knex';
import type { ObjectFacts } from '../../model/facts';
import {
  clusterKinds,
  objectColumns,
  objectOf,
  runsNothing,
  type ObjectColumns,
} from './facts/objectColumns';

/**
 * The objects of a namespace that run no pods, the namespace itself, and the
 * roles of its cluster: what `ComponentFacts.objects` holds for a component
 * whose workloads lie there.
 */
export async function findNamespaceObjects(
  knex: Knex,
  { cluster, namespace }: { cluster?: string; namespace?: string },
): Promise<ObjectFacts[]> {
  if (namespace === undefined) return [];
  const ofCluster = (query: Knex.QueryBuilder) =>
    cluster === undefined
      ? query.whereNull('s.cluster')
      : query.where('s.cluster', cluster);
  const rows: ObjectColumns[] = await ofCluster(
    knex('subjects as s').join('workloads as w', 'w.subject_id', 's.id'),
  )
    .where(beside =>
      beside.where('s.namespace', namespace).orWhere(whole =>
        whole.whereNull('s.namespace').where(known =>
          known.whereIn('s.workload_kind', clusterKinds).orWhere({
            's.workload_kind': 'Namespace',
            's.name': namespace,
          }),
        ),
      ),
    )
    .orderBy(['s.workload_kind', 's.name', 's.id'])
    .select(objectColumns);
  return rows.filter(runsNothing).map(objectOf);
}
