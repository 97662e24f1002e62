/** Where an object that runs pods keeps the specification of them. */
export const podTemplatePaths: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ['Pod', []],
    ['PodTemplate', ['template']],
    ['Deployment', ['spec', 'template']],
    ['StatefulSet', ['spec', 'template']],
    ['DaemonSet', ['spec', 'template']],
    ['ReplicaSet', ['spec', 'template']],
    ['ReplicationController', ['spec', 'template']],
    ['Job', ['spec', 'template']],
    ['CronJob', ['spec', 'jobTemplate', 'spec', 'template']],
    // OpenShift, Argo Rollouts
    ['DeploymentConfig', ['spec', 'template']],
    ['Rollout', ['spec', 'template']],
  ],
);

/** Kinds of which the name alone says that secrets are managed outside of manifests. */
export const secretManagerKinds: ReadonlySet<string> = new Set([
  'ClusterExternalSecret',
  'ClusterSecretStore',
  'ExternalSecret',
  'SealedSecret',
  'SecretProviderClass',
  'SecretStore',
  'VaultDynamicSecret',
  'VaultPKISecret',
  'VaultStaticSecret',
]);

export const clusterScopedKinds: ReadonlySet<string> = new Set([
  'APIService',
  'ClusterExternalSecret',
  'ClusterRole',
  'ClusterRoleBinding',
  'ClusterSecretStore',
  'CustomResourceDefinition',
  'MutatingWebhookConfiguration',
  'Namespace',
  'Node',
  'PersistentVolume',
  'PriorityClass',
  'StorageClass',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
]);

const wholeGroups: ReadonlySet<string> = new Set([
  '',
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'apps',
  'apps.openshift.io',
  'autoscaling',
  'batch',
  'coordination.k8s.io',
  'discovery.k8s.io',
  'extensions',
  'external-secrets.io',
  'gateway.networking.k8s.io',
  'networking.k8s.io',
  'node.k8s.io',
  'policy',
  'rbac.authorization.k8s.io',
  'route.openshift.io',
  'scheduling.k8s.io',
  'secrets-store.csi.x-k8s.io',
  'secrets.hashicorp.com',
  'storage.k8s.io',
]);

/** Kinds that are read out of groups that hold much else. */
const singleKinds: ReadonlySet<string> = new Set([
  'argoproj.io/Rollout',
  'bitnami.com/SealedSecret',
  'serving.knative.dev/Service',
]);

/** Answers and messages of the API server: not what a person configured. */
const transientKinds: ReadonlySet<string> = new Set([
  'Event',
  'Status',
  'Table',
]);

/** `apps` of `apps/v1`; empty for `v1`. */
export function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/** Whether an object of this API is one that clusters are configured with. */
export function isConfigurationKind(apiVersion: string, kind: string): boolean {
  if (transientKinds.has(kind)) return false;
  const group = groupOf(apiVersion);
  return group === ''
    ? /^v\d+(?:(?:alpha|beta)\d+)?$/.test(apiVersion)
    : wholeGroups.has(group) || singleKinds.has(`${group}/${kind}`);
}
