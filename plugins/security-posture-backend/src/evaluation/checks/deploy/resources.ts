import type { PodContainer } from '../../../model/facts';
import type { Check } from '../../Check';
import { judgeControl } from '../../judgeControl';
import { lastingContainers } from '../../pods';

export const resources: Check = {
  id: 'deploy.resources',
  stage: 'deploy',
  practices: ['D3'],
  title: 'Containers request CPU and limit memory',
  rule: 'Fails if a container has no CPU request (a CPU limit implies one) or no memory limit. Where the configuration is not known, what a tool reports counts.',
  inputs: [
    'Configuration of the workload (manifest, AdmissionReview, audit event)',
    'Findings and passed controls of Trivy, Kyverno, Gatekeeper, RHACS …',
  ],
  why: 'One container without limits can starve every other on its node, by accident or by attack.',
  fix: {
    text: 'Set both from what the container uses. Where it cannot have a limit, ask for an exception and say why.',
    snippet: {
      language: 'yaml',
      code: 'resources:\n  requests:\n    cpu: 100m\n    memory: 128Mi\n  limits:\n    memory: 128Mi',
    },
  },
  passes: 'Every container has a CPU request and a memory limit.',
  weight: 0.1,
  judge: facts =>
    judgeControl(facts, {
      controls: ['resource-limits'],
      does: 'runs without a CPU request or memory limit',
      // Tools also ask for CPU limits and memory requests under this name.
      configurationDecides: true,
      faultsOf: ({ containers }) =>
        lastingContainers(containers).flatMap(container =>
          missingIn(container).map(missing => ({
            title: `no ${missing}`,
            container: container.name,
          })),
        ),
    }),
};

function missingIn({ resources: amounts }: PodContainer): string[] {
  const { requests, limits } = amounts ?? {};
  // Kubernetes requests what is the limit where nothing is requested.
  const cpu = requests?.cpu ?? limits?.cpu;
  return [
    ...(isAmount(cpu) ? [] : ['CPU request']),
    ...(isAmount(limits?.memory) ? [] : ['memory limit']),
  ];
}

/** Whether a quantity is there and is more than zero: `0`, `0m` and `0.0Gi` are not. */
function isAmount(quantity: string | number | undefined): boolean {
  return quantity !== undefined && /[1-9]/.test(String(quantity));
}
