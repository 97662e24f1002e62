import type {
  ComponentFacts,
  PodContainer,
  PodSettings,
  WorkloadFacts,
} from '../../../model/facts';
import { aboutPods } from '../../aboutPods';
import type { Check } from '../../Check';
import { type Fault, judgeControl } from '../../judgeControl';
import { imagesOfContainer, lastingContainers } from '../../pods';

export const runAsNonRoot: Check = {
  id: 'deploy.runAsNonRoot',
  stage: 'deploy',
  practices: ['B8c', 'D1c'],
  title: 'Containers do not run as root',
  rule: 'Passes if the container or its pod sets runAsNonRoot: true or a runAsUser above 0, or else the image names a user who is not root. Fails if the user is 0 or the image names none. Where neither tells, what a tool reports counts.',
  inputs: [
    'Configuration of the workload (manifest, AdmissionReview, audit event)',
    'User of the image (Trivy, SBOM)',
    'Findings and passed controls of Trivy, Kyverno, Gatekeeper, Pod Security Admission, RHACS …',
  ],
  why: 'Root in the container is root on the node as soon as a process breaks out.',
  fix: {
    text: 'Create a user in the image, switch to it by number, and let Kubernetes refuse root.',
    snippet: {
      language: 'yaml',
      code: 'securityContext:\n  runAsNonRoot: true\n  runAsUser: 10001',
    },
  },
  passes:
    'Kubernetes refuses root for every container, or its image has another user.',
  weight: 0.15,
  judge: facts =>
    judgeControl(aboutPods(facts), {
      controls: ['run-as-non-root'],
      does: 'may run as root',
      // Tools that read manifests do not know the user of the image.
      configurationDecides: true,
      faultsOf: ({ containers, settings, workload }) =>
        lastingContainers(containers).flatMap(container => {
          const fault = faultOf(facts, workload, settings, container);
          return fault ? [{ ...fault, container: container.name }] : [];
        }),
    }),
};

function faultOf(
  facts: ComponentFacts,
  workload: WorkloadFacts,
  { securityContext: ofPod }: PodSettings,
  container: PodContainer,
): Fault | undefined {
  const own = container.securityContext;
  const user = own?.runAsUser ?? ofPod?.runAsUser;
  if (user === 0) return { title: 'runAsUser: 0' };
  if (user !== undefined) return undefined;
  if (own?.runAsNonRoot ?? ofPod?.runAsNonRoot) return undefined;
  const users = imagesOfContainer(facts, workload, container).flatMap(
    ({ image }) => image?.user ?? [],
  );
  if (users.some(isRoot)) {
    return { title: 'runs as the user of its image, which is root' };
  }
  return users.length > 0
    ? undefined
    : {
        title: 'runs as the user of its image, which is not known',
        result: 'unknown',
      };
}

/** The user of an image: a name or a number, with or without a group; none is root. */
function isRoot(user: string): boolean {
  return /^(root|0*)(:|$)/.test(user.trim());
}
