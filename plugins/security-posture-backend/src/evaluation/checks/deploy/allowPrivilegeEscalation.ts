import type { Check } from '../../Check';
import { judgeControl } from '../../judgeControl';
import { lastingContainers } from '../../pods';

export const allowPrivilegeEscalation: Check = {
  id: 'deploy.allowPrivilegeEscalation',
  stage: 'deploy',
  practices: ['D1c'],
  title: 'Processes cannot gain more privileges than their parent',
  rule: 'Fails if a container does not set allowPrivilegeEscalation: false, because Kubernetes allows it where nothing is set; or if a tool reports it.',
  inputs: [
    'Configuration of the workload (manifest, AdmissionReview, audit event)',
    'Findings and passed controls of Trivy, Kyverno, Gatekeeper, Pod Security Admission, RHACS …',
  ],
  why: 'A setuid program in the image makes root out of any user, whatever user the container runs as.',
  fix: {
    text: 'Set it to false on every container, init containers included.',
    snippet: {
      language: 'yaml',
      code: 'securityContext:\n  allowPrivilegeEscalation: false',
    },
  },
  passes: 'Every container sets allowPrivilegeEscalation: false.',
  weight: 0.1,
  judge: facts =>
    judgeControl(facts, {
      controls: ['allow-privilege-escalation'],
      does: 'lets processes gain privileges',
      faultsOf: ({ containers }) =>
        lastingContainers(containers)
          .filter(
            ({ securityContext }) =>
              securityContext?.allowPrivilegeEscalation !== false,
          )
          .map(({ name, securityContext }) => ({
            title: securityContext?.allowPrivilegeEscalation
              ? 'allowPrivilegeEscalation: true'
              : 'allowPrivilegeEscalation is not set, which allows it',
            container: name,
          })),
    }),
};
