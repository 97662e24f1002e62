import {
  plainText,
  readWorkload,
  type OtherSubject,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { textField } from './fields';
import type { FalcoEvent } from './schema';

const NAMESPACE = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

const kindOfResource = new Map([
  ['cronjobs', 'CronJob'],
  ['daemonsets', 'DaemonSet'],
  ['deployments', 'Deployment'],
  ['jobs', 'Job'],
  ['pods', 'Pod'],
  ['replicasets', 'ReplicaSet'],
  ['statefulsets', 'StatefulSet'],
]);

/** What an event happened to: a workload, else the host that Falco watches. */
export function subjectOfEvent(
  event: FalcoEvent,
  cluster: string | undefined,
): SourceSubject {
  const pod = textField(event, 'k8s.pod.name');
  if (pod) {
    return subjectOfObject(
      'Pod',
      pod,
      textField(event, 'k8s.ns.name'),
      cluster,
    );
  }
  // Its host is where the audit log is read, not where the event happened.
  if (event.source === 'k8s_audit') return subjectOfRequest(event, cluster);
  const { hostname } = event;
  return hostname
    ? other('node', plainText(hostname, 300), cluster)
    : clusterSubject(cluster);
}

export function clusterSubject(cluster: string | undefined): OtherSubject {
  return other('cluster', cluster ?? 'unknown', cluster);
}

function subjectOfRequest(
  event: FalcoEvent,
  cluster: string | undefined,
): SourceSubject {
  const namespace = textField(event, 'ka.target.namespace');
  const name = textField(event, 'ka.target.name');
  const kind = kindOfResource.get(textField(event, 'ka.target.resource') ?? '');
  if (kind && name) return subjectOfObject(kind, name, namespace, cluster);
  if (!namespace) return clusterSubject(cluster);
  return NAMESPACE.test(namespace)
    ? other('namespace', namespace, cluster)
    : other('artifact', plainText(namespace, 300), cluster);
}

function subjectOfObject(
  kind: string,
  name: string,
  namespace: string | undefined,
  cluster: string | undefined,
): SourceSubject {
  if (
    NAME.test(name) &&
    (namespace === undefined || NAMESPACE.test(namespace))
  ) {
    return readWorkload({ kind, name, namespace, cluster });
  }
  const path = namespace ? [namespace, kind, name] : [kind, name];
  return other('artifact', plainText(path.join('/'), 300), cluster);
}

function other(
  kind: OtherSubject['kind'],
  name: string,
  cluster: string | undefined,
): OtherSubject {
  return { kind, name, ...(cluster ? { cluster } : {}) };
}
