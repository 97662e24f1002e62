import type { Check } from '../../Check';
import { judgeControl } from '../../judgeControl';

export const hostNamespaces: Check = {
  id: 'deploy.hostNamespaces',
  stage: 'deploy',
  practices: ['D1c'],
  title: 'Pods share no namespace with their node',
  rule: 'Fails if a pod sets hostNetwork, hostPID or hostIPC, or a tool reports it.',
  inputs: [
    'Configuration of the workload (manifest, AdmissionReview, audit event)',
    'Findings and passed controls of Trivy, Kyverno, Gatekeeper, Pod Security Admission, RHACS …',
  ],
  why: 'The pod sees the processes, the memory or the network of the node and of every pod on it, and no network policy holds it.',
  fix: {
    text: 'Remove the settings. Publish ports through a Service.',
    snippet: {
      language: 'yaml',
      code: 'spec:\n  hostNetwork: false\n  hostPID: false\n  hostIPC: false',
    },
  },
  passes: 'No pod sets hostNetwork, hostPID or hostIPC.',
  weight: 0.4,
  judge: facts =>
    judgeControl(facts, {
      controls: ['host-namespaces'],
      does: 'shares namespaces with its node',
      faultsOf: ({ settings }) =>
        (['hostNetwork', 'hostPID', 'hostIPC'] as const)
          .filter(setting => settings[setting])
          .map(setting => ({ title: `${setting}: true` })),
    }),
};
