import type { Check } from '../../Check';
import { judgeControl } from '../../judgeControl';
import { lastingContainers } from '../../pods';

export const capsDropAll: Check = {
  id: 'deploy.caps.dropAll',
  stage: 'deploy',
  practices: ['D1c', 'D2b'],
  title: 'Containers drop all capabilities',
  rule: 'Fails if a container does not drop ALL capabilities, because the runtime grants a dozen by default; or if a tool reports it.',
  inputs: [
    'Configuration of the workload (manifest, AdmissionReview, audit event)',
    'Findings and passed controls of Trivy, Kyverno, Gatekeeper, Pod Security Admission, RHACS …',
  ],
  why: 'The capabilities of the default set let a process forge packets and change owners of files; hardly any service needs one.',
  fix: {
    text: 'Drop all of them, and add back what the process fails without.',
    snippet: {
      language: 'yaml',
      code: 'securityContext:\n  capabilities:\n    drop: [ALL]',
    },
  },
  passes: 'Every container drops ALL.',
  weight: 0.05,
  judge: facts =>
    judgeControl(facts, {
      controls: ['drop-all-capabilities'],
      does: 'keeps default capabilities',
      faultsOf: ({ containers }) =>
        lastingContainers(containers).flatMap(({ name, securityContext }) => {
          const dropped = securityContext?.capabilities?.drop ?? [];
          if (dropped.some(cap => cap.toUpperCase() === 'ALL')) return [];
          const title =
            dropped.length > 0
              ? `drops only ${dropped.join(', ')}`
              : 'drops no capability';
          return [{ title, container: name }];
        }),
    }),
};
