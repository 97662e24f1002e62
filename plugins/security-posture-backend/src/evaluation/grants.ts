import {
  type ComponentFacts,
  type ObjectFacts,
  type PodSettings,
  type RoleBinding,
  roleBindingOf,
  roleRulesOf,
  type WorkloadFacts,
} from '../model/facts';
import { type Power, powersOf, powersOfBuiltIn } from './powers';
import { serviceAccountOf } from './serviceAccounts';

/** A role that is bound to the service account of a workload. */
export interface Grant {
  /** `ClusterRole admin by RoleBinding shop` */
  title: string;
  inWholeCluster: boolean;
  /** Bound to the account itself, not to a group that it is in. */
  isDirect: boolean;
  /** Undefined: the role is not known. */
  powers: readonly Power[] | undefined;
}

const rbacKinds = ['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'];

/**
 * What is granted to the service account of a workload.
 *
 * @returns undefined if nothing is known of the permissions in its cluster
 */
export function grantsOf(
  facts: ComponentFacts,
  { subject }: WorkloadFacts,
  settings: PodSettings,
): Grant[] | undefined {
  const rbac = facts.objects.filter(
    ({ kind, cluster }) =>
      rbacKinds.includes(kind) && cluster === subject.cluster,
  );
  if (rbac.length === 0) return undefined;
  const account = serviceAccountOf(settings);
  return rbac.flatMap(object => {
    if (!object.kind.endsWith('Binding')) return [];
    const binding = roleBindingOf(object);
    const bound = binding && boundAs(binding, object, subject, account);
    return binding && bound ? [grantOf(object, binding, bound, rbac)] : [];
  });
}

function boundAs(
  { subjects }: RoleBinding,
  object: ObjectFacts,
  { namespace = '' }: { namespace?: string },
  account: string,
): 'account' | 'group' | undefined {
  const isBound = subjects.some(
    ({ kind, name, namespace: of = object.namespace }) =>
      kind === 'ServiceAccount' && name === account && of === namespace,
  );
  if (isBound) return 'account';
  const groups = [
    'system:serviceaccounts',
    `system:serviceaccounts:${namespace}`,
    'system:authenticated',
  ];
  return subjects.some(
    ({ kind, name }) =>
      kind === 'Group' && name !== undefined && groups.includes(name),
  )
    ? 'group'
    : undefined;
}

function grantOf(
  object: ObjectFacts,
  { roleRef }: RoleBinding,
  bound: 'account' | 'group',
  rbac: ObjectFacts[],
): Grant {
  const role = rbac.find(
    ({ kind, name, namespace }) =>
      kind === roleRef.kind &&
      name === roleRef.name &&
      (kind === 'ClusterRole' || namespace === object.namespace),
  );
  const rules = role && roleRulesOf(role);
  return {
    title: `${roleRef.kind} ${roleRef.name} by ${object.kind} ${object.name}`,
    inWholeCluster: object.kind === 'ClusterRoleBinding',
    isDirect: bound === 'account',
    powers:
      powersOfBuiltIn(roleRef.kind, roleRef.name) ??
      (rules ? powersOf(rules) : powersOfUnknown(roleRef.name, bound)),
  };
}

/** Every cluster binds roles of its own to everybody; they only tell what there is to ask. */
function powersOfUnknown(
  role: string,
  bound: 'account' | 'group',
): readonly Power[] | undefined {
  return bound === 'group' && role.startsWith('system:') ? [] : undefined;
}
