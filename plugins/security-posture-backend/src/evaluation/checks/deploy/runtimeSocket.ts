import type { Check } from '../../Check';
import { judgeControl } from '../../judgeControl';

const SOCKET =
  /\/(docker|containerd|crio|podman|cri-dockerd|dockershim)\.sock$/;

/** Directories that hold the socket of a runtime. */
const HOLDS_SOCKET =
  /^\/(run(\/(docker|containerd|crio|podman|k3s(\/containerd)?))?)?$/;

/** Whether a path of the node is the socket of a container runtime, or leads to one. */
function opensRuntime(path: string): boolean {
  const plain = path
    .replace(/\/{2,}/g, '/')
    .replace(/(?<=.)\/$/, '')
    // A link on every current distribution.
    .replace(/^\/var\/run(?=\/|$)/, '/run');
  return SOCKET.test(plain) || HOLDS_SOCKET.test(plain);
}

export const runtimeSocket: Check = {
  id: 'deploy.runtimeSocket',
  stage: 'deploy',
  practices: ['D1b'],
  title: 'Pods do not reach the container runtime of their node',
  rule: 'Fails if a hostPath volume is the socket of a container runtime or a directory that holds it, or a tool reports it.',
  inputs: [
    'Configuration of the workload (manifest, AdmissionReview, audit event)',
    'Findings and passed controls of Trivy, Kyverno, kube-linter, RHACS …',
  ],
  why: 'Who can write to the socket starts privileged containers beside the cluster: no policy and no limit of Kubernetes applies to them.',
  fix: {
    text: 'Remove the mount. Build images with a builder that needs no daemon, and read what runs from the Kubernetes API.',
    snippet: {
      language: 'yaml',
      code: 'volumes:\n  - name: scratch\n    emptyDir: {}',
    },
  },
  passes: 'No pod of any workload mounts the socket of a container runtime.',
  weight: 0.5,
  judge: facts =>
    judgeControl(facts, {
      controls: ['docker-socket'],
      does: 'reaches the container runtime of its node',
      faultsOf: ({ settings }) =>
        (settings.volumes ?? []).flatMap(({ type, source }) =>
          type === 'hostPath' && source && opensRuntime(source)
            ? [{ title: `hostPath: ${source}` }]
            : [],
        ),
    }),
};
