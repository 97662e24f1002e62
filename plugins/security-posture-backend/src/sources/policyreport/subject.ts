import {
  plainText,
  readWorkload,
  type OtherSubject,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { readProperty } from './properties';
import { ObjectReference, type PolicyReport } from './schema';

const KIND = /^[A-Za-z][A-Za-z0-9]{0,62}$/;
const NAMESPACE = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const NAME = /^[a-z0-9]([a-zA-Z0-9.:-]{0,251}[a-zA-Z0-9])?$/;

const clusterScoped = new Set([
  'APIService',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'MutatingWebhookConfiguration',
  'Namespace',
  'Node',
  'PersistentVolume',
  'StorageClass',
  'ValidatingWebhookConfiguration',
]);

const workloadKinds = new Set([
  'CronJob',
  'DaemonSet',
  'Deployment',
  'Job',
  'Pod',
  'ReplicaSet',
  'StatefulSet',
]);

/** The subject behind a reference to an object of a cluster. */
function subjectOfObject(
  object: ObjectReference,
  reportNamespace: string | undefined,
  cluster: string | undefined,
): SourceSubject {
  const { kind, name } = object;
  const namespace = clusterScoped.has(kind)
    ? undefined
    : object.namespace ?? reportNamespace;
  const valid =
    KIND.test(kind) &&
    NAME.test(name) &&
    (namespace === undefined || NAMESPACE.test(namespace));
  if (!valid) {
    const path = namespace ? [namespace, kind, name] : [kind, name];
    return other('artifact', plainText(path.join('/'), 300), cluster);
  }
  if (kind === 'Namespace') return other('namespace', name, cluster);
  if (kind === 'Node') return other('node', name, cluster);
  return readWorkload({ kind, name, namespace, cluster });
}

/** The subjects behind the references of a list; what is no reference is left out. */
export function subjectsOfObjects(
  objects: unknown[],
  reportNamespace: string | undefined,
  cluster: string | undefined,
): SourceSubject[] {
  const subjects: SourceSubject[] = [];
  for (const object of objects) {
    const parsed = ObjectReference.safeParse(object);
    if (parsed.success) {
      subjects.push(subjectOfObject(parsed.data, reportNamespace, cluster));
    }
  }
  return subjects;
}

/** What a report speaks of where its results name no resource. */
export function subjectOfReport(
  report: PolicyReport,
  cluster: string | undefined,
): SourceSubject {
  const { metadata, scope } = report;
  const namespace = metadata?.namespace;
  if (scope) return subjectOfObject(scope, namespace, cluster);
  // Engines without a scope own the report by the object that they judged.
  for (const reference of metadata?.ownerReferences ?? []) {
    const owner = ObjectReference.safeParse(reference);
    if (owner.success && workloadKinds.has(owner.data.kind)) {
      return subjectOfObject(owner.data, namespace, cluster);
    }
  }
  if (namespace === undefined) {
    return other('cluster', cluster ?? 'unknown', cluster);
  }
  return NAMESPACE.test(namespace)
    ? other('namespace', namespace, cluster)
    : other('artifact', plainText(namespace, 300), cluster);
}

/** The pod that KubeArmor names among the properties of a result. */
export function subjectOfProperties(
  properties: unknown,
  cluster: string | undefined,
): SourceSubject | undefined {
  const name = readProperty(properties, 'pod_name');
  const namespace = readProperty(properties, 'namespace_name');
  if (!name || !namespace) return undefined;
  return subjectOfObject({ kind: 'Pod', name, namespace }, namespace, cluster);
}

function other(
  kind: OtherSubject['kind'],
  name: string,
  cluster: string | undefined,
): OtherSubject {
  return { kind, name, ...(cluster ? { cluster } : {}) };
}
