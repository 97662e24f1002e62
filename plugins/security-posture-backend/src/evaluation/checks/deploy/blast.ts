import type {
  ComponentFacts,
  PodSettings,
  WorkloadFacts,
} from '../../../model/facts';
import type { Check } from '../../Check';
import { type Grant, grantsOf } from '../../grants';
import { type Fault, judgeControl } from '../../judgeControl';
import { count } from '../../judgements';
import { type Power, powerTitles } from '../../powers';
import { holdsToken } from '../../serviceAccounts';

export const blast: Check = {
  id: 'deploy.blast',
  stage: 'deploy',
  practices: ['D1d'],
  title: 'Who takes over a pod gains little in the cluster',
  rule: 'Fails if the service account of a workload may do everything, uses wildcards or may extend its permissions, or may read secrets or start pods in the whole cluster; or if a tool reports such a role. Warns if it may read secrets or start pods in a namespace, or if pods do not hold its token.',
  inputs: [
    'Roles and bindings of the service account (manifests, cluster inventory)',
    'Findings of Trivy, Kyverno, Kubescape, kube-linter … about roles',
    'Relations of the catalog, for what depends on it',
  ],
  why: 'An attacker in a pod speaks to the cluster as its service account. What that may do, and what depends on the component, is how far one hole reaches.',
  fix: {
    text: 'Give the workload a service account of its own and a Role that names the resources and verbs that it uses. Where it does not call the Kubernetes API, turn its token off.',
    snippet: {
      language: 'yaml',
      code: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: shop\nrules:\n  - apiGroups: [""]\n    resources: [configmaps]\n    resourceNames: [shop]\n    verbs: [get, watch]',
    },
  },
  passes:
    'No service account of any workload has dangerous permissions, or its pods hold no token of it.',
  weight: 0.2,
  looksAt: 'cluster',
  judge: facts => {
    const { dependents } = facts.component;
    // One role in order says nothing of the others.
    const judgement = judgeControl(
      { ...facts, passes: [] },
      {
        controls: [
          'rbac-cluster-admin',
          'rbac-wildcard',
          'rbac-secrets',
          'rbac-create-pods',
          'rbac-escalation',
          'rbac-anonymous',
        ],
        does: 'has dangerous permissions in its cluster',
        faultsOf: ({ settings, workload }) =>
          faultsOf(facts, workload, settings),
      },
    );
    return dependents === undefined || judgement.result === 'not-applicable'
      ? judgement
      : {
          ...judgement,
          summary: `${judgement.summary} ${
            dependents === 0
              ? 'No component depends'
              : `${count(dependents, 'component')} ${
                  dependents === 1 ? 'depends' : 'depend'
                }`
          } on it.`,
        };
  },
};

function faultsOf(
  facts: ComponentFacts,
  workload: WorkloadFacts,
  settings: PodSettings,
): Fault[] {
  const isHeld = holdsToken(facts, workload, settings);
  const grants = grantsOf(facts, workload, settings);
  if (!grants) {
    return isHeld
      ? [
          {
            title: 'Permissions of its service account are not known',
            result: 'unknown',
          },
        ]
      : [];
  }
  return grants.flatMap(grant => faultsOfGrant(grant, isHeld));
}

/** What is as bad in one namespace as in all. */
const alwaysGrave: readonly Power[] = ['everything', 'wildcard', 'escalation'];

function faultsOfGrant(
  { title, powers, inWholeCluster }: Grant,
  isHeld: boolean,
): Fault[] {
  if (!powers) {
    return isHeld
      ? [{ title: `${title}, whose rules are not known`, result: 'unknown' }]
      : [];
  }
  return powers.map(power => ({
    title: `may ${powerTitles[power]}${
      inWholeCluster ? ' in the whole cluster' : ''
    }: ${title}${isHeld ? '' : '; its pods hold no token'}`,
    result:
      isHeld && (inWholeCluster || alwaysGrave.includes(power))
        ? 'fail'
        : 'warn',
  }));
}
