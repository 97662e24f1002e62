import type { Check } from '../../Check';
import { judgeControl } from '../../judgeControl';
import { lastingContainers, podAnnotations } from '../../pods';

const ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/';

export const apparmor: Check = {
  id: 'deploy.apparmor',
  stage: 'deploy',
  practices: ['D1c'],
  title: 'AppArmor is not turned off',
  rule: 'Fails if a container or its pod sets the AppArmor profile Unconfined, by field or by annotation, or a tool reports it. Where nothing is set, the profile of the runtime holds.',
  inputs: [
    'Configuration of the workload (manifest, AdmissionReview, audit event)',
    'Findings and passed controls of Trivy, Kyverno, Gatekeeper, Pod Security Admission, RHACS …',
  ],
  why: 'The profile keeps processes away from parts of /proc and /sys through which they could reach the node.',
  fix: {
    text: 'Leave the profile out, or set that of the runtime.',
    snippet: {
      language: 'yaml',
      code: 'securityContext:\n  appArmorProfile:\n    type: RuntimeDefault',
    },
  },
  passes: 'No container is unconfined.',
  weight: 0.05,
  judge: facts =>
    judgeControl(facts, {
      controls: ['apparmor'],
      does: 'turns AppArmor off',
      faultsOf: ({ containers, settings, workload }) => {
        const annotations = podAnnotations(workload);
        return lastingContainers(containers)
          .filter(({ name, securityContext }) => {
            const profile =
              securityContext?.appArmorProfile?.type ??
              annotations[`${ANNOTATION}${name}`] ??
              settings.securityContext?.appArmorProfile?.type;
            return profile?.toLowerCase() === 'unconfined';
          })
          .map(({ name }) => ({
            title: 'AppArmor: unconfined',
            container: name,
          }));
      },
    }),
};
