import type { Check } from '../../Check';
import { judgeNetworkPolicies } from '../../judgeNetworkPolicies';

export const netpolIngress: Check = {
  id: 'deploy.netpol.ingress',
  stage: 'deploy',
  practices: ['D1d'],
  title: 'A network policy says who may reach the pods',
  rule: 'Fails if no NetworkPolicy of the namespace selects the pods for ingress, or a tool reports it. Warns if one of those that do allows everything.',
  inputs: [
    'NetworkPolicies and labels of the pods (manifests, cluster inventory)',
    'Findings and passed controls of Trivy, Kyverno, kube-linter, RHACS …',
  ],
  why: 'Without a policy every pod of the cluster can reach this one: who breaks into any of them has a way in.',
  fix: {
    text: 'Select the pods with a NetworkPolicy, and allow only those that call them.',
    snippet: {
      language: 'yaml',
      code: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: shop-ingress\nspec:\n  podSelector:\n    matchLabels:\n      app: shop\n  policyTypes: [Ingress]\n  ingress:\n    - from:\n        - podSelector:\n            matchLabels:\n              app: gateway\n      ports:\n        - port: 8080',
    },
  },
  passes: 'A NetworkPolicy for ingress selects the pods of every workload.',
  weight: 0.05,
  looksAt: 'cluster',
  judge: facts => judgeNetworkPolicies(facts, 'ingress'),
};
