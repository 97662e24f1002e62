/**
 * Kinds of objects that run pods, for workloads of which only the name is known.
 * Others that do, such as the Service of Knative, show it by their containers.
 */
export const podKinds: readonly string[] = [
  'CronJob',
  'DaemonSet',
  'Deployment',
  'DeploymentConfig',
  'Job',
  'Pod',
  'PodTemplate',
  'ReplicaSet',
  'ReplicationController',
  'Rollout',
  'StatefulSet',
];
