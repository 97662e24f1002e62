import type { Check } from '../../Check';
import { judgeControl } from '../../judgeControl';

function capability(name: string): string {
  return name.toUpperCase().replace(/^CAP_/, '');
}

export const capsAdded: Check = {
  id: 'deploy.caps.added',
  stage: 'deploy',
  practices: ['D1c', 'D2b'],
  title: 'Containers add no capability that the policy does not allow',
  rule: 'Fails if a container adds a Linux capability that is not among the allowed ones of the policy (NET_BIND_SERVICE by default). Where the configuration is not known, what a tool reports counts.',
  inputs: [
    'Configuration of the workload (manifest, AdmissionReview, audit event)',
    'Findings and passed controls of Trivy, Kyverno, Gatekeeper, Pod Security Admission, RHACS …',
  ],
  why: 'Capabilities are the parts of root: some, like SYS_ADMIN or NET_ADMIN, are as good as all of it.',
  fix: {
    text: 'Remove the capabilities. Listening on a port above 1024 makes NET_BIND_SERVICE needless, too.',
    snippet: {
      language: 'yaml',
      code: 'securityContext:\n  capabilities:\n    drop: [ALL]\n    add: [NET_BIND_SERVICE]',
    },
  },
  passes: 'Containers add allowed capabilities only.',
  weight: 0.3,
  judge: (facts, { policy }) => {
    const allowed = new Set(policy.allowedCapabilities.map(capability));
    return judgeControl(facts, {
      controls: ['added-capabilities'],
      does: 'adds capabilities that are not allowed',
      // Tools do not know what this policy allows.
      configurationDecides: true,
      faultsOf: ({ containers }) =>
        containers.flatMap(({ name, securityContext }) =>
          (securityContext?.capabilities?.add ?? [])
            .map(capability)
            .filter(added => !allowed.has(added))
            .map(added => ({ title: `adds ${added}`, container: name })),
        ),
    });
  },
};
