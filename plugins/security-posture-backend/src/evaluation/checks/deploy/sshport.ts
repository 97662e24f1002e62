import type {
  ComponentFacts,
  PodContainer,
  WorkloadFacts,
} from '../../../model/facts';
import type { Check } from '../../Check';
import { type Fault, judgeControl } from '../../judgeControl';
import { imagesOfContainer, lastingContainers, servicesOf } from '../../pods';

const SSH = 22;

export const sshport: Check = {
  id: 'deploy.sshport',
  stage: 'deploy',
  practices: ['D1d'],
  title: 'No SSH port is open',
  rule: 'Fails if a container, its image or a Service that selects it opens TCP port 22, or a tool reports it.',
  inputs: [
    'Configuration of the workload and Services (manifests, cluster inventory)',
    'Ports that the image exposes (Trivy)',
    'Findings and passed controls of Trivy, Kubescape, kube-linter, RHACS …',
  ],
  why: 'A shell for guessed passwords is what attackers try first, and what is done through it leaves no trace in the audit log of Kubernetes.',
  fix: {
    text: 'Remove the SSH server. Use kubectl exec or kubectl debug, which the cluster authorises and records.',
    snippet: {
      language: 'yaml',
      code: 'ports:\n  - name: http\n    containerPort: 8080',
    },
  },
  passes: 'Nothing of any workload opens port 22.',
  weight: 0.05,
  judge: facts =>
    judgeControl(facts, {
      controls: ['ssh-port'],
      does: 'opens an SSH port',
      faultsOf: ({ containers, workload }) => [
        ...lastingContainers(containers).flatMap(container =>
          faultsOfContainer(facts, workload, container),
        ),
        ...servicesOf(facts, workload)
          .filter(({ settings }) =>
            settings.ports.some(
              ({ port, targetPort }) => port === SSH || targetPort === SSH,
            ),
          )
          .map(({ object }) => ({
            title: `Service ${object.name} leads to port 22`,
          })),
      ],
    }),
};

function faultsOfContainer(
  facts: ComponentFacts,
  workload: WorkloadFacts,
  container: PodContainer,
): Fault[] {
  const opens = (container.ports ?? []).some(
    ({ containerPort, protocol = 'TCP' }) =>
      containerPort === SSH && protocol === 'TCP',
  );
  const imageOpens = imagesOfContainer(facts, workload, container).some(
    ({ image }) => image?.exposedPorts?.some(port => /^22(\/tcp)?$/.test(port)),
  );
  return [
    ...(opens ? ['containerPort: 22'] : []),
    ...(imageOpens ? ['its image exposes port 22'] : []),
  ].map(title => ({ title, container: container.name }));
}
