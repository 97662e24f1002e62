import type { Check } from '../../Check';
import { judgeControl } from '../../judgeControl';
import { lastingContainers } from '../../pods';

export const seccomp: Check = {
  id: 'deploy.seccomp',
  stage: 'deploy',
  practices: ['D1c'],
  title: 'A seccomp profile restricts system calls',
  rule: 'Fails if neither a container nor its pod sets the seccomp profile RuntimeDefault or Localhost, because Kubernetes sets none by default; or if a tool reports it.',
  inputs: [
    'Configuration of the workload (manifest, AdmissionReview, audit event)',
    'Findings and passed controls of Trivy, Kyverno, Gatekeeper, Pod Security Admission, RHACS …',
  ],
  why: 'Most ways out of a container go through system calls that no service needs, and that the default profile refuses.',
  fix: {
    text: 'Set the profile of the runtime once, on the pod.',
    snippet: {
      language: 'yaml',
      code: 'securityContext:\n  seccompProfile:\n    type: RuntimeDefault',
    },
  },
  passes: 'Every container has the profile RuntimeDefault or one of its own.',
  weight: 0.05,
  judge: facts =>
    judgeControl(facts, {
      controls: ['seccomp'],
      does: 'runs without a seccomp profile',
      faultsOf: ({ containers, settings }) =>
        lastingContainers(containers).flatMap(({ name, securityContext }) => {
          const { type } =
            securityContext?.seccompProfile ??
            settings.securityContext?.seccompProfile ??
            {};
          if (type === 'RuntimeDefault' || type === 'Localhost') return [];
          const title = type
            ? `seccompProfile: ${type}`
            : 'seccompProfile is not set';
          return [{ title, container: name }];
        }),
    }),
};
