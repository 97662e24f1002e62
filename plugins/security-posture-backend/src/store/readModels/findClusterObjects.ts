import type { Knex } from 'knex';
import { clusterObject, type ClusterObject } from '../../model/exposure';
import { textSet } from '../bulk';
import { asCount, present } from '../rows';

interface Columns {
  id: string;
  name: string;
  cluster: string | null;
  namespace: string | null;
  labels: string | null;
  annotations: string;
  containers: string;
  spec: string;
  exposure: ClusterObject['exposure'] | null;
}

/** Which objects of namespaces are wanted. */
export type Extent =
  /** All of them. */
  | 'namespaces'
  /** These subjects, and what leads to them: no other pods. */
  | 'subjects';

/** What the inventory holds of the namespaces that these subjects lie in. */
export async function findClusterObjects(
  knex: Knex,
  subjectIds: Iterable<string>,
  extent: Extent = 'namespaces',
): Promise<ClusterObject[]> {
  const ids = [...subjectIds];
  const places = knex('subjects')
    .where('kind', 'workload')
    .whereIn('id', textSet(knex, ids))
    .distinct(
      knex.raw(`coalesce(cluster, '') as cluster`),
      knex.raw(`coalesce(namespace, '') as namespace`),
    );
  const objects = knex('workloads as w')
    .join('subjects as s', 's.id', 'w.subject_id')
    .join(places.as('p'), on =>
      on
        .on('p.cluster', knex.raw(`coalesce(s.cluster, '')`))
        .on('p.namespace', knex.raw(`coalesce(s.namespace, '')`)),
    )
    .select(
      's.id',
      's.name',
      's.cluster',
      's.namespace',
      's.labels',
      's.exposure',
      'w.annotations',
      'w.containers',
      'w.spec',
    );
  if (extent === 'subjects') {
    objects.where(wanted =>
      wanted
        .whereIn('w.subject_id', textSet(knex, ids))
        .orWhere('w.containers', '[]'),
    );
  }
  const rows: Columns[] = await objects;
  return rows.map(row =>
    clusterObject({
      id: row.id,
      name: row.name,
      cluster: present(row.cluster),
      namespace: present(row.namespace),
      exposure: present(row.exposure),
      labels: row.labels === null ? undefined : JSON.parse(row.labels),
      annotations: JSON.parse(row.annotations),
      containers: JSON.parse(row.containers),
      spec: JSON.parse(row.spec),
    }),
  );
}

/** Whether all of these subjects run pods, so that nothing leads through them. */
export async function areAllPods(
  knex: Knex,
  subjectIds: Iterable<string>,
): Promise<boolean> {
  const ids = new Set(subjectIds);
  const [row]: { total: unknown }[] = await knex('workloads')
    .whereIn('subject_id', textSet(knex, ids))
    .whereNot('containers', '[]')
    .count({ total: '*' });
  return asCount(row.total) === ids.size;
}

/** A subject of the inventory for each namespace that it knows. */
export async function findNamespaces(knex: Knex): Promise<string[]> {
  const rows: { id: string }[] = await knex('workloads as w')
    .join('subjects as s', 's.id', 'w.subject_id')
    .groupBy('s.cluster', 's.namespace')
    .min({ id: 's.id' });
  return rows.map(({ id }) => id);
}
