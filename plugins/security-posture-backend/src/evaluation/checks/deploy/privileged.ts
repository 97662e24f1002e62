import type { Check } from '../../Check';
import { judgeControl } from '../../judgeControl';

export const privileged: Check = {
  id: 'deploy.privileged',
  stage: 'deploy',
  practices: ['D1c'],
  title: 'Containers do not run privileged',
  rule: 'Fails if a container of a workload sets securityContext.privileged, or a tool reports it.',
  inputs: [
    'Configuration of the workload (manifest, AdmissionReview, audit event)',
    'Findings and passed controls of Trivy, Kyverno, Gatekeeper, Pod Security Admission, RHACS …',
  ],
  why: 'A privileged container has all capabilities and all devices: who breaks into it owns the node and everything that runs there.',
  fix: {
    text: 'Remove privileged mode. Where the container needs a part of what it grants, add that one capability or mount that one device instead.',
    snippet: {
      language: 'yaml',
      code: 'securityContext:\n  privileged: false',
    },
  },
  passes: 'No container of any workload sets privileged: true.',
  weight: 0.5,
  judge: facts =>
    judgeControl(facts, {
      controls: ['privileged'],
      does: 'runs privileged',
      faultsOf: ({ containers }) =>
        containers
          .filter(({ securityContext }) => securityContext?.privileged === true)
          .map(({ name }) => ({ title: 'privileged: true', container: name })),
    }),
};
