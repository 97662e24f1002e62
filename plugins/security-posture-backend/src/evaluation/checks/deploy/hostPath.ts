import type { Check } from '../../Check';
import { judgeControl } from '../../judgeControl';

export const hostPath: Check = {
  id: 'deploy.hostPath',
  stage: 'deploy',
  practices: ['D1b'],
  title: 'Pods mount no directory of their node',
  rule: 'Fails if a pod has a volume of type hostPath, or a tool reports it.',
  inputs: [
    'Configuration of the workload (manifest, AdmissionReview, audit event)',
    'Findings and passed controls of Trivy, Kyverno, Gatekeeper, Pod Security Admission, RHACS …',
  ],
  why: 'Files of the node hold the keys of its kubelet and the data of other pods: who can write them owns the node.',
  fix: {
    text: 'Use a volume that Kubernetes manages: an emptyDir for scratch space, a claim for data, a ConfigMap or Secret for settings.',
    snippet: {
      language: 'yaml',
      code: 'volumes:\n  - name: data\n    persistentVolumeClaim:\n      claimName: data',
    },
  },
  passes: 'No pod of any workload has a volume of type hostPath.',
  weight: 0.4,
  judge: facts =>
    judgeControl(facts, {
      controls: ['host-path'],
      does: 'mounts a directory of its node',
      faultsOf: ({ settings }) =>
        (settings.volumes ?? [])
          .filter(({ type }) => type === 'hostPath')
          .map(({ source }) => ({ title: `hostPath: ${source ?? 'unknown'}` })),
    }),
};
