import type { RoleRule } from '../model/facts';

/** What permissions let somebody do who takes over a pod, the worst first. */
export const powers = [
  'everything',
  'wildcard',
  'escalation',
  'secrets',
  'pods',
] as const;

export type Power = (typeof powers)[number];

/** For a sentence: `may …`. */
export const powerTitles: Record<Power, string> = {
  everything: 'do everything',
  wildcard: 'do more than is listed, by a wildcard',
  escalation: 'give itself more permissions',
  secrets: 'read secrets',
  pods: 'start or enter pods',
};

/** Roles that every cluster has, and that no inventory needs to list. */
const builtIn: ReadonlyMap<string, readonly Power[]> = new Map([
  ['cluster-admin', ['everything']],
  ['admin', ['secrets', 'pods']],
  ['edit', ['secrets', 'pods']],
  ['view', []],
]);

/** What a role that Kubernetes itself defines grants; undefined for any other role. */
export function powersOfBuiltIn(
  kind: string,
  name: string,
): readonly Power[] | undefined {
  if (kind !== 'ClusterRole') return undefined;
  return builtIn.get(name);
}

/** Resources that run pods for those who may create them. */
const podMakers: ReadonlySet<string> = new Set([
  'pods',
  'pods/exec',
  'replicationcontrollers',
  'cronjobs',
  'daemonsets',
  'deployments',
  'jobs',
  'replicasets',
  'statefulsets',
]);

function includes(names: string[], ...wanted: string[]): boolean {
  return names.includes('*') || wanted.some(name => names.includes(name));
}

const grants: Record<
  Exclude<Power, 'everything'>,
  (rule: RoleRule) => boolean
> = {
  wildcard: ({ verbs, resources }) =>
    resources.length > 0 && (verbs.includes('*') || resources.includes('*')),
  escalation: ({ verbs, resources }) =>
    verbs.some(verb => ['escalate', 'bind', 'impersonate'].includes(verb)) ||
    (resources.includes('serviceaccounts/token') && includes(verbs, 'create')),
  secrets: ({ apiGroups, resources, resourceNames, verbs }) =>
    includes(apiGroups, '') &&
    includes(resources, 'secrets') &&
    includes(verbs, 'get', 'list', 'watch') &&
    // Named ones are what the pod is meant to read.
    resourceNames.length === 0,
  pods: ({ resources, verbs }) =>
    includes(resources, ...podMakers) && includes(verbs, 'create'),
};

/** What the rules of a role grant. */
export function powersOf(rules: RoleRule[]): Power[] {
  const isEverything = rules.some(
    ({ apiGroups, resources, verbs }) =>
      apiGroups.includes('*') && resources.includes('*') && verbs.includes('*'),
  );
  if (isEverything) return ['everything'];
  return powers.filter(
    power => power !== 'everything' && rules.some(grants[power]),
  );
}
