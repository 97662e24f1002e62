import {
  readWorkload,
  type OtherSubject,
  type SourceSubject,
  type WorkloadSubject,
} from 'backstage-plugin-security-posture-node';
import { clusterScopedKinds } from './kinds';
import { oneLine } from './oneLine';

const KIND = /^[A-Za-z][A-Za-z0-9]{0,62}$/;
const NAMESPACE = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
// Names of RBAC objects may hold colons and the like, but are still one path segment.
const NAME = /^(?!\.{1,2}$)[A-Za-z0-9][\w.:@+-]{0,252}$/;

/** What names an object of a cluster. */
export interface ObjectName {
  cluster?: string;
  namespace?: string;
  kind: string;
  name: string;
  labels?: Record<string, string>;
  owner?: { kind: string; name: string };
  /** The whole object was seen, so that without `owner` it has none. */
  whole?: boolean;
}

/** The object, or the workload that it belongs to; undefined if Kubernetes allows no such name. */
export function workloadOf(object: ObjectName): WorkloadSubject | undefined {
  const { cluster, kind, name, labels, owner, whole } = object;
  const namespace = clusterScopedKinds.has(kind) ? undefined : object.namespace;
  if (!KIND.test(kind) || !NAME.test(name)) return undefined;
  if (namespace !== undefined && !NAMESPACE.test(namespace)) return undefined;
  if (owner && !(KIND.test(owner.kind) && NAME.test(owner.name))) {
    return undefined;
  }
  if (owner || !whole) {
    return readWorkload({ cluster, namespace, kind, name, labels, owner });
  }
  return {
    kind: 'workload',
    ...(cluster ? { cluster } : {}),
    ...(namespace ? { namespace } : {}),
    workloadKind: kind,
    name,
    ...(labels && Object.keys(labels).length > 0 ? { labels } : {}),
  };
}

/** What a report about an object speaks of. Never loses one, however it is named. */
export function objectSubject(object: ObjectName): SourceSubject {
  const { cluster, namespace, kind, name } = object;
  const workload = workloadOf(object);
  if (!workload) {
    const parts = [namespace, kind, name].filter(text => text);
    return otherSubject('artifact', oneLine(parts.join('/')), cluster);
  }
  if (kind === 'Namespace') return otherSubject('namespace', name, cluster);
  if (kind === 'Node') return otherSubject('node', name, cluster);
  return workload;
}

/** The namespace, or the cluster, where no object is named. */
export function placeSubject(
  namespace: string | undefined,
  cluster: string | undefined,
): SourceSubject {
  if (namespace === undefined) {
    return otherSubject('cluster', cluster ?? 'unknown', cluster);
  }
  return NAMESPACE.test(namespace)
    ? otherSubject('namespace', namespace, cluster)
    : otherSubject('artifact', oneLine(namespace), cluster);
}

function otherSubject(
  kind: OtherSubject['kind'],
  name: string,
  cluster: string | undefined,
): OtherSubject {
  return { kind, name, ...(cluster ? { cluster } : {}) };
}
