import type { Subject } from 'backstage-plugin-security-posture-common';

/** Of the kinds that run pods, where the inventory does not say it. */
const apiVersions: ReadonlyMap<string, string> = new Map([
  ['CronJob', 'batch/v1'],
  ['DaemonSet', 'apps/v1'],
  ['Deployment', 'apps/v1'],
  ['DeploymentConfig', 'apps.openshift.io/v1'],
  ['Job', 'batch/v1'],
  ['Pod', 'v1'],
  ['PodTemplate', 'v1'],
  ['ReplicaSet', 'apps/v1'],
  ['ReplicationController', 'v1'],
  ['Rollout', 'argoproj.io/v1alpha1'],
  ['StatefulSet', 'apps/v1'],
]);

const KIND = /^[A-Z][A-Za-z0-9]{0,62}$/;
const NAMESPACE = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;
const API_VERSION = /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?\/)?v[a-z0-9]{1,30}$/;
const KEY =
  /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?\/)?[A-Za-z0-9]([\w.-]*[A-Za-z0-9])?$/;

/** An object as Kubernetes addresses it. */
export interface ObjectAddress {
  apiVersion: string;
  kind: string;
  name: string;
  namespace?: string;
}

/**
 * The address of a workload; undefined if it cannot be one. Reports are not
 * believed: what is no name in Kubernetes never gets into a command.
 *
 * @param apiVersion - of the object, where the inventory says it
 */
export function addressOf(
  { kind: subjectKind, workloadKind = '', name, namespace }: Subject,
  apiVersion = apiVersions.get(workloadKind),
): ObjectAddress | undefined {
  const isAddress =
    subjectKind === 'workload' &&
    KIND.test(workloadKind) &&
    NAME.test(name) &&
    (namespace === undefined || NAMESPACE.test(namespace)) &&
    apiVersion !== undefined &&
    API_VERSION.test(apiVersion);
  return isAddress
    ? { apiVersion, kind: workloadKind, name, namespace }
    : undefined;
}

/** Whether annotations may have this key. */
export function isAnnotationKey(key: string): boolean {
  return key.length <= 317 && KEY.test(key);
}

/** `deployment.apps/checkout`, as kubectl itself writes it. */
export function resourceOf({ apiVersion, kind, name }: ObjectAddress): string {
  const group = apiVersion.includes('/') ? `.${apiVersion.split('/')[0]}` : '';
  return `${kind.toLowerCase()}${group}/${name}`;
}
