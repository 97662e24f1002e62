import type {
  CheckResult,
  Evidence,
} from 'backstage-plugin-security-posture-common';
import type { ComponentFacts, WorkloadFacts } from '../../../model/facts';
import type { Check } from '../../Check';
import { grantsOf } from '../../grants';
import { judgeNetworkPolicies } from '../../judgeNetworkPolicies';
import { judgeWorkloads } from '../../judgeWorkloads';
import { findingEvidence, workloadEvidence } from '../../judgements';
import { powerTitles } from '../../powers';

/** Permissions with which a pipeline could make itself administrator. */
const adminControls: ReadonlySet<string> = new Set([
  'rbac-cluster-admin',
  'rbac-wildcard',
  'rbac-escalation',
]);

export const adminLimited: Check = {
  id: 'ci.admin.limited',
  stage: 'deploy',
  practices: ['F3b'],
  title: 'CI has no administrative access and little to be reached by',
  rule: 'Only for components of type ci or with the tag ci. Fails if its service account is cluster-admin or can become it, if no NetworkPolicy limits who reaches its pods, or if it can be reached from outside of the cluster; warns if the network of the nodes reaches it.',
  inputs: [
    'Roles and bindings of the cluster, findings of Trivy and Kubescape on them',
    'NetworkPolicies in the namespace',
    'Services, Ingresses, Routes and Gateway routes that lead to its pods',
  ],
  why: 'CI deploys everything, so who controls it controls everything. Build agents run the code of every pull request, which makes them the easiest way in.',
  fix: {
    text: 'Give agents a service account that can deploy into their namespaces and nothing else, let only the controller reach them, and put the user interface behind the company network.',
    snippet: {
      language: 'yaml',
      code: [
        'apiVersion: networking.k8s.io/v1',
        'kind: NetworkPolicy',
        'metadata:',
        '  name: agents',
        'spec:',
        '  podSelector:',
        '    matchLabels:',
        '      app: ci-agent',
        '  policyTypes: [Ingress]',
        '  ingress:',
        '    - from:',
        '        - podSelector:',
        '            matchLabels:',
        '              app: ci-controller',
      ].join('\n'),
    },
  },
  passes:
    'Its permissions are known and do not make it administrator, a NetworkPolicy limits ingress, and it is reached from inside of the cluster only.',
  weight: 0.3,
  looksAt: 'component',
  judge(facts) {
    const { type, tags } = facts.component;
    if (type !== 'ci' && !tags.includes('ci')) {
      return {
        result: 'not-applicable',
        summary: 'It is no part of CI: neither type nor tag is ci.',
        evidence: [],
      };
    }
    return judgeWorkloads(facts, {
      evidenceOf: workload => [
        permissions(facts, workload),
        exposure(workload),
      ],
      beside: [
        ...judgeNetworkPolicies(facts, 'ingress').evidence,
        ...facts.findings
          .filter(({ problem }) => adminControls.has(problem))
          .map(finding =>
            findingEvidence(finding, finding.isStale ? 'warn' : 'fail'),
          ),
      ],
      does: 'has more access, or can be reached by more, than CI should',
    });
  },
};

function permissions(facts: ComponentFacts, workload: WorkloadFacts): Evidence {
  const say = (result: CheckResult, title: string) =>
    workloadEvidence(workload, result, title);
  const settings = workload.configuration?.settings;
  const grants = settings && grantsOf(facts, workload, settings);
  if (!grants) return say('unknown', 'Permissions are not known');
  for (const power of ['everything', 'wildcard', 'escalation'] as const) {
    const grant = grants.find(
      ({ powers, inWholeCluster }) =>
        powers?.includes(power) && (inWholeCluster || power === 'everything'),
    );
    if (grant) {
      return say('fail', `May ${powerTitles[power]}: ${grant.title}`);
    }
  }
  const unread = grants.find(({ powers }) => powers === undefined);
  return unread
    ? say('unknown', `What it grants is not known: ${unread.title}`)
    : say('pass', 'No administrative permissions');
}

const results = { external: 'fail', node: 'warn', internal: 'pass' } as const;

function exposure(workload: WorkloadFacts): Evidence {
  const reach = workload.exposure;
  return reach
    ? workloadEvidence(workload, results[reach], `Reach is ${reach}`)
    : workloadEvidence(workload, 'unknown', 'Reach is not known');
}
