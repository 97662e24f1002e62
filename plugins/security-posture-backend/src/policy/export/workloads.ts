import { ANNOTATION_BREAK_GLASS, type AdmissionRules } from '../Policy';
import { given, literal, quoted } from './cel';

/** Pods, and what makes them. */
const resources = [
  // Later changes of a pod leave its containers alone, and must not keep it from ending.
  rule('', ['pods'], ['CREATE']),
  rule('', ['replicationcontrollers']),
  rule('apps', ['daemonsets', 'deployments', 'replicasets', 'statefulsets']),
  rule('batch', ['cronjobs', 'jobs']),
];

function rule(
  group: string,
  plurals: string[],
  operations: string[] = ['CREATE', 'UPDATE'],
) {
  return {
    apiGroups: [group],
    apiVersions: ['v1'],
    operations,
    resources: plurals,
  };
}

/** What expressions call by name, whatever the kind of the object; each may use those before it. */
export const variables = [
  // Fields differ by kind, and no schema of one kind fits: `dyn` leaves them to be looked up.
  { name: 'whole', expression: 'dyn(object)' },
  {
    name: 'template',
    expression:
      'object.kind == "Pod" ? variables.whole : (object.kind == "CronJob" ? variables.whole.spec.jobTemplate.spec.template : variables.whole.spec.template)',
  },
  { name: 'podSpec', expression: 'variables.template.spec' },
  mapOr('podAnnotations', 'variables.template.metadata.annotations'),
  mapOr('podLabels', 'variables.template.metadata.labels'),
  mapOr('annotations', 'variables.whole.metadata.annotations'),
  mapOr('labels', 'variables.whole.metadata.labels'),
  {
    name: 'containers',
    expression: `variables.podSpec.containers + ${listOr('initContainers')}`,
  },
  {
    name: 'allContainers',
    expression: `variables.containers + ${listOr('ephemeralContainers')}`,
  },
];

function mapOr(name: string, path: string) {
  return { name, expression: `(${given(path)}) ? ${path} : {}` };
}

function listOr(field: string): string {
  return `(has(variables.podSpec.${field}) ? variables.podSpec.${field} : [])`;
}

/** Which requests are judged, except those in namespaces that are exempt by name. */
export function matchConstraints({ exemptNamespaces }: AdmissionRules) {
  const values = exemptNamespaces.filter(name => !name.includes('*'));
  return {
    ...(values.length > 0
      ? {
          namespaceSelector: {
            matchExpressions: [
              { key: 'kubernetes.io/metadata.name', operator: 'NotIn', values },
            ],
          },
        }
      : {}),
    resourceRules: resources,
  };
}

/** The annotation may stand at the object or at its pods. */
const withoutBreakGlass = [
  'object.metadata.annotations',
  'object.spec.template.metadata.annotations',
  'object.spec.jobTemplate.spec.template.metadata.annotations',
]
  .map(
    path =>
      `!(${given(path)} && ${literal(ANNOTATION_BREAK_GLASS)} in ${path})`,
  )
  .join(' && ');

/**
 * What else a request must meet to be judged. Variables are not known here, and
 * a condition that cannot be worked out would count as a failure.
 */
export function matchConditions({
  exemptNamespaces,
  breakGlass,
}: AdmissionRules) {
  const patterns = exemptNamespaces
    .filter(name => name.includes('*'))
    .map(name => name.split('*').map(quoted).join('.*'));
  const isExempt = `has(object.metadata.namespace) && object.metadata.namespace.matches(${literal(
    `^(${patterns.join('|')})$`,
  )})`;
  return [
    {
      name: 'not-being-deleted',
      expression: '!has(object.metadata.deletionTimestamp)',
    },
    ...(patterns.length > 0
      ? [{ name: 'not-exempt', expression: `!(${isExempt})` }]
      : []),
    ...(breakGlass
      ? [{ name: 'no-break-glass', expression: withoutBreakGlass }]
      : []),
  ];
}
