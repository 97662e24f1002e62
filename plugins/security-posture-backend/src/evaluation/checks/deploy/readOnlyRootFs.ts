import type { Check } from '../../Check';
import { judgeControl } from '../../judgeControl';
import { lastingContainers } from '../../pods';

export const readOnlyRootFs: Check = {
  id: 'deploy.readOnlyRootFs',
  stage: 'deploy',
  practices: ['D1c'],
  title: 'Root file systems are read-only',
  rule: 'Fails if a container does not set readOnlyRootFilesystem: true, because it can write by default; or if a tool reports it.',
  inputs: [
    'Configuration of the workload (manifest, AdmissionReview, audit event)',
    'Findings and passed controls of Trivy, Kyverno, Gatekeeper, RHACS …',
  ],
  why: 'Who breaks in cannot put tools into a file system that is read-only, nor change the program that runs.',
  fix: {
    text: 'Make it read-only, and mount an emptyDir where the process writes, such as /tmp.',
    snippet: {
      language: 'yaml',
      code: 'securityContext:\n  readOnlyRootFilesystem: true',
    },
  },
  passes: 'Every container sets readOnlyRootFilesystem: true.',
  weight: 0.03,
  judge: facts =>
    judgeControl(facts, {
      controls: ['read-only-root-filesystem'],
      does: 'can write its root file system',
      faultsOf: ({ containers }) =>
        lastingContainers(containers)
          .filter(
            ({ securityContext }) =>
              securityContext?.readOnlyRootFilesystem !== true,
          )
          .map(({ name }) => ({
            title: 'readOnlyRootFilesystem is not true',
            container: name,
          })),
    }),
};
