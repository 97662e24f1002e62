import type { Check } from '../../Check';
import { judgeAlerts, sensorFreshness } from '../../judgeAlerts';

export const netflow: Check = {
  id: 'runtime.netflow',
  stage: 'runtime',
  practices: ['R2b'],
  title: 'Containers talk only to whom they are meant to',
  rule: `Fails on an open alert of an unauthorised network flow, warns if it is mild or has been quiet. ${sensorFreshness}`,
  inputs: [
    'Alerts of RHACS: Unauthorized Network Flow, processes that target the kubelet or the API server',
    'Alerts of Falco: API server, cloud metadata, SSH, raw sockets, or tagged mitre_command_and_control, mitre_exfiltration, mitre_lateral_movement',
    'Alerts of Tetragon: policies on connections and sockets',
  ],
  why: 'A flow that nobody expects is how an intruder fetches tools, moves on to the next service and carries data away.',
  fix: {
    text: 'Find out which process opened the connection and to whom. If it is wanted, say so in the rule of the sensor; if not, refuse it with a NetworkPolicy that allows only the peers that the service needs.',
    snippet: {
      language: 'yaml',
      code: [
        'apiVersion: networking.k8s.io/v1',
        'kind: NetworkPolicy',
        'metadata:',
        '  name: allow-needed-egress',
        'spec:',
        '  podSelector:',
        '    matchLabels:',
        '      app: my-service',
        '  policyTypes: [Egress]',
        '  egress:',
        '    - to:',
        '        - podSelector:',
        '            matchLabels:',
        '              app: my-database',
        '      ports:',
        '        - port: 5432',
      ].join('\n'),
    },
  },
  passes:
    'A runtime sensor watches, and no alert of an unauthorised network flow is open.',
  weight: 0,
  looksAt: 'component',
  judge: (facts, context) =>
    judgeAlerts(facts, context, {
      kinds: ['network-flow'],
      what: 'unauthorised network flows',
    }),
};
