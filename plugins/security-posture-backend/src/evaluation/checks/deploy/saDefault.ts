import type { Check } from '../../Check';
import { judgeControl } from '../../judgeControl';
import { serviceAccountOf, tokenMount } from '../../serviceAccounts';

export const saDefault: Check = {
  id: 'pod.sa.default',
  stage: 'deploy',
  practices: ['B8c'],
  title: 'Workloads have a service account of their own',
  rule: 'Fails if pods run as the default service account, which they do where none is named, or a tool reports it. Warns if they do not hold its token.',
  inputs: [
    'Configuration of the workload (manifest, AdmissionReview, audit event)',
    'Findings and passed controls of Checkov, kube-linter, Kubescape, KICS',
  ],
  why: 'The default account is shared by everything in the namespace: a permission for one is a permission for all, and the audit log cannot tell them apart.',
  fix: {
    text: 'Create a service account for the workload and name it.',
    snippet: {
      language: 'yaml',
      code: 'spec:\n  serviceAccountName: shop\n  automountServiceAccountToken: false',
    },
  },
  passes: 'Every workload names a service account that is not default.',
  weight: 0.05,
  looksAt: 'cluster',
  judge: facts =>
    judgeControl(facts, {
      controls: ['default-service-account'],
      does: 'runs as the default service account',
      faultsOf: ({ settings, workload }) => {
        if (serviceAccountOf(settings) !== 'default') return [];
        const title = settings.serviceAccountName
          ? 'serviceAccountName: default'
          : 'serviceAccountName is not set, which means default';
        return tokenMount(facts, workload, settings).mounted
          ? [{ title }]
          : [{ title: `${title}; its token is not mounted`, result: 'warn' }];
      },
    }),
};
