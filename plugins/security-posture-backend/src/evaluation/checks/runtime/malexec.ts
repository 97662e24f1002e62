import type { Check } from '../../Check';
import { judgeAlerts, sensorFreshness } from '../../judgeAlerts';

export const malexec: Check = {
  id: 'runtime.malexec',
  stage: 'runtime',
  practices: ['R2d'],
  title: 'Only the service itself runs in its containers',
  rule: `Fails on an open alert of something that is not part of the service: dropped or fileless binaries, reverse shells, package managers, compilers, kubectl exec; warns if it is mild or has been quiet. ${sensorFreshness}`,
  inputs: [
    'Alerts of Falco: Drop and execute new binary in container, Terminal shell in container … or tagged mitre_execution',
    'Alerts of RHACS: Shell Spawned by Java Application, Netcat Execution Detected, package managers …',
    'Alerts of Tetragon: policies on memfd and fileless execution, processes from outside of the container',
    'Exec, attach, port-forward and debug containers in the audit log of Kubernetes',
  ],
  why: 'A container runs one program all its life. Anything else that runs in it was brought or started by somebody.',
  fix: {
    text: 'Find out who started it: a person with kubectl exec, or the service itself. Replace the pod to get back to what was built, and remove from the image what the intruder used. Let people debug with logs and copies instead of sessions in production.',
    snippet: {
      language: 'shell',
      code: 'kubectl -n my-namespace delete pod my-service-7d4b9c-x2x8q',
    },
  },
  passes:
    'A runtime sensor watches, and no alert of a malicious execution is open.',
  weight: 0,
  looksAt: 'component',
  judge: (facts, context) =>
    judgeAlerts(facts, context, {
      kinds: ['malicious-execution', 'package-manager', 'compiler'],
      what: 'malicious execution',
    }),
};
