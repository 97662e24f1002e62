export * from './attackerTools';
export * from './componentFacts';
export {
  automountOf,
  networkPolicyOf,
  roleBindingOf,
  roleRulesOf,
  secretTypeOf,
  serviceOf,
  type LabelSelector,
  type NetworkPolicy,
  type RoleBinding,
  type RoleRule,
  type ServiceSettings,
} from './objectSettings';
export {
  annotationMap,
  podContainers,
  podSettings,
  type PodContainer,
  type PodSettings,
} from './podConfiguration';
