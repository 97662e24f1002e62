import type {
  ComponentFacts,
  PodSettings,
  WorkloadFacts,
} from '../../../model/facts';
import type { Check } from '../../Check';
import { grantsOf } from '../../grants';
import { type Fault, judgeControl } from '../../judgeControl';

export const rbacWildcard: Check = {
  id: 'pod.rbac.wildcard',
  stage: 'deploy',
  practices: ['B8c'],
  title: 'Roles of workloads use no wildcards',
  rule: 'Fails if a role that is bound to the service account of a workload has * as a verb or a resource, or a tool reports such a role.',
  inputs: [
    'Roles and bindings of the service account (manifests, cluster inventory)',
    'Findings and passed controls of Trivy, Kyverno, Kubescape, kube-linter …',
  ],
  why: 'A wildcard also grants what is added to the cluster later: new kinds, new verbs, and nobody reviews it.',
  fix: {
    text: 'List the resources and verbs that the workload uses.',
    snippet: {
      language: 'yaml',
      code: 'rules:\n  - apiGroups: [apps]\n    resources: [deployments]\n    verbs: [get, list, watch]',
    },
  },
  passes: 'No role that is bound to a workload has a wildcard.',
  weight: 0.05,
  looksAt: 'cluster',
  judge: facts =>
    judgeControl(facts, {
      controls: ['rbac-wildcard'],
      does: 'has permissions by wildcards',
      faultsOf: ({ settings, workload }) => faultsOf(facts, workload, settings),
    }),
};

function faultsOf(
  facts: ComponentFacts,
  workload: WorkloadFacts,
  settings: PodSettings,
): Fault[] {
  const grants = grantsOf(facts, workload, settings);
  if (!grants) {
    return [
      {
        title: 'Permissions of its service account are not known',
        result: 'unknown',
      },
    ];
  }
  return grants.flatMap(({ title, powers }): Fault[] => {
    if (!powers) {
      return [
        { title: `${title}, whose rules are not known`, result: 'unknown' },
      ];
    }
    return powers.includes('everything') || powers.includes('wildcard')
      ? [{ title }]
      : [];
  });
}
