import type { Check } from '../../Check';
import { judgeNetworkPolicies } from '../../judgeNetworkPolicies';

export const netpolEgress: Check = {
  id: 'deploy.netpol.egress',
  stage: 'deploy',
  practices: ['D1d'],
  title: 'A network policy says what the pods may reach',
  rule: 'Fails if no NetworkPolicy of the namespace selects the pods for egress, or a tool reports it. Warns if one of those that do allows everything.',
  inputs: [
    'NetworkPolicies and labels of the pods (manifests, cluster inventory)',
    'Findings and passed controls of Trivy, Kyverno, kube-linter, RHACS …',
  ],
  why: 'Without a policy a pod that is taken over can call its master, send data out and attack every other pod.',
  fix: {
    text: 'Select the pods with a NetworkPolicy, and allow names to be resolved and only what the pods call.',
    snippet: {
      language: 'yaml',
      code: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: shop-egress\nspec:\n  podSelector:\n    matchLabels:\n      app: shop\n  policyTypes: [Egress]\n  egress:\n    - to:\n        - namespaceSelector:\n            matchLabels:\n              kubernetes.io/metadata.name: kube-system\n      ports:\n        - port: 53\n          protocol: UDP\n    - to:\n        - podSelector:\n            matchLabels:\n              app: database',
    },
  },
  passes: 'A NetworkPolicy for egress selects the pods of every workload.',
  weight: 0.05,
  looksAt: 'cluster',
  judge: facts => judgeNetworkPolicies(facts, 'egress'),
};
