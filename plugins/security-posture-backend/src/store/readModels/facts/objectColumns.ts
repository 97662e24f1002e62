import { z } from 'zod';
import { annotationMap, type ObjectFacts } from '../../../model/facts';
import { present } from '../../rows';
import { podKinds } from './podKinds';

/** Objects of whole clusters that give rights to what runs in any namespace. */
export const clusterKinds = ['ClusterRole', 'ClusterRoleBinding'];

/** Of subjects as `s` with their workloads as `w`. */
export interface ObjectColumns {
  id: string;
  kind: string;
  name: string;
  cluster: string | null;
  namespace: string | null;
  labels: string | null;
  annotations: string;
  containers: string;
  spec: string;
}

export const objectColumns = {
  id: 's.id',
  kind: 's.workload_kind',
  name: 's.name',
  cluster: 's.cluster',
  namespace: 's.namespace',
  labels: 's.labels',
  annotations: 'w.annotations',
  containers: 'w.containers',
  spec: 'w.spec',
};

const specification = z.record(z.string(), z.unknown()).catch({});

/** A Service of Knative runs pods, though its kind does not say so. */
export function runsNothing({ kind, containers }: ObjectColumns): boolean {
  return containers === '[]' && !podKinds.includes(kind);
}

export function objectOf(row: ObjectColumns): ObjectFacts {
  return {
    subjectId: row.id,
    kind: row.kind,
    name: row.name,
    cluster: present(row.cluster),
    namespace: present(row.namespace),
    labels: annotationMap.parse(
      row.labels === null ? {} : JSON.parse(row.labels),
    ),
    annotations: annotationMap.parse(JSON.parse(row.annotations)),
    spec: specification.parse(JSON.parse(row.spec)),
  };
}
