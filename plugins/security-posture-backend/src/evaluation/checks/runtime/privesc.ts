import type { Check } from '../../Check';
import { judgeAlerts, sensorFreshness } from '../../judgeAlerts';

export const privesc: Check = {
  id: 'runtime.privesc',
  stage: 'runtime',
  practices: ['R2a'],
  title: 'Nobody gains privileges in running containers',
  rule: `Fails on an open alert of privilege escalation, warns if it is mild or has been quiet. ${sensorFreshness}`,
  inputs: [
    'Alerts of Falco: container escapes, ptrace, setuid, changed namespaces, or tagged mitre_privilege_escalation',
    'Alerts of Tetragon: policies on credentials, capabilities, setuid and kernel modules',
    'Alerts of RHACS: SetUID Processes, Login Binaries, Shadow File Modification …',
  ],
  why: 'Who gains privileges inside a container is a step away from the node, and from every other workload on it.',
  fix: {
    text: 'Find out who ran it: the alert names pod, process and user. If it is an attack, isolate the pod and rotate what it could read; in any case take away what made it possible.',
    snippet: {
      language: 'yaml',
      code: 'securityContext:\n  allowPrivilegeEscalation: false\n  runAsNonRoot: true\n  capabilities:\n    drop: [ALL]',
    },
  },
  passes:
    'A runtime sensor watches, and no alert of privilege escalation is open.',
  weight: 0,
  looksAt: 'component',
  judge: (facts, context) =>
    judgeAlerts(facts, context, {
      kinds: ['privilege-escalation'],
      what: 'privilege escalation',
    }),
};
