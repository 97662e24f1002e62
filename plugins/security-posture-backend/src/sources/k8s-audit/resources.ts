const kinds: ReadonlyMap<string, string> = new Map([
  ['clusterrolebindings', 'ClusterRoleBinding'],
  ['clusterroles', 'ClusterRole'],
  ['configmaps', 'ConfigMap'],
  ['cronjobs', 'CronJob'],
  ['customresourcedefinitions', 'CustomResourceDefinition'],
  ['daemonsets', 'DaemonSet'],
  ['deploymentconfigs', 'DeploymentConfig'],
  ['deployments', 'Deployment'],
  ['horizontalpodautoscalers', 'HorizontalPodAutoscaler'],
  ['httproutes', 'HTTPRoute'],
  ['ingresses', 'Ingress'],
  ['jobs', 'Job'],
  ['namespaces', 'Namespace'],
  ['networkpolicies', 'NetworkPolicy'],
  ['nodes', 'Node'],
  ['persistentvolumeclaims', 'PersistentVolumeClaim'],
  ['persistentvolumes', 'PersistentVolume'],
  ['poddisruptionbudgets', 'PodDisruptionBudget'],
  ['pods', 'Pod'],
  ['replicasets', 'ReplicaSet'],
  ['replicationcontrollers', 'ReplicationController'],
  ['rolebindings', 'RoleBinding'],
  ['roles', 'Role'],
  ['rollouts', 'Rollout'],
  ['routes', 'Route'],
  ['secrets', 'Secret'],
  ['serviceaccounts', 'ServiceAccount'],
  ['services', 'Service'],
  ['statefulsets', 'StatefulSet'],
]);

/** `Deployment` for `deployments`; other resources keep the name that the API has for them. */
export function kindOfResource(resource: string): string {
  return kinds.get(resource) ?? resource;
}
