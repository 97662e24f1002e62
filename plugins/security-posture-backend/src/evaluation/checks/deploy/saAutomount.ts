import type { Check } from '../../Check';
import { judgeControl } from '../../judgeControl';
import { tokenMount } from '../../serviceAccounts';

export const saAutomount: Check = {
  id: 'pod.sa.automount',
  stage: 'deploy',
  practices: ['B8c'],
  title: 'Service account tokens are mounted on request only',
  rule: 'Fails if the token is mounted because neither the pod nor its service account says otherwise, or a tool reports it. Warns if one of them asks for it.',
  inputs: [
    'Configuration of the workload (manifest, AdmissionReview, audit event)',
    'Service accounts (manifests, cluster inventory)',
    'Findings and passed controls of Trivy, Kyverno, Gatekeeper, RHACS …',
  ],
  why: 'With the token an attacker in the pod speaks to the API server. Most services never need it.',
  fix: {
    text: 'Turn the token off on the pod, or on the service account for all of its pods.',
    snippet: {
      language: 'yaml',
      code: 'spec:\n  automountServiceAccountToken: false',
    },
  },
  passes:
    'Every pod or its service account sets automountServiceAccountToken: false.',
  weight: 0.05,
  looksAt: 'cluster',
  judge: facts =>
    judgeControl(facts, {
      controls: ['service-account-token'],
      does: 'mounts a service account token',
      faultsOf: ({ settings, workload }) => {
        const { mounted, by } = tokenMount(facts, workload, settings);
        if (!mounted) return [];
        return by === 'default'
          ? [
              {
                title:
                  'automountServiceAccountToken is not set, which mounts it',
              },
            ]
          : [
              {
                title: `automountServiceAccountToken: true on the ${by}`,
                result: 'warn',
              },
            ];
      },
    }),
};
