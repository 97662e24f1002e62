import type { Alert } from 'backstage-plugin-security-posture-common';
import { ago } from './time';

export function alert(more: Partial<Alert> = {}): Alert {
  const rule = more.rule ?? 'Terminal shell in container';
  return {
    id: `alert-${rule}`,
    rule,
    source: 'Falco',
    severity: 'high',
    state: 'open',
    message: 'A shell was spawned in a container with an attached terminal',
    subject: {
      kind: 'workload',
      cluster: 'prod',
      namespace: 'webshop',
      name: 'checkout',
      workloadKind: 'Deployment',
    },
    container: 'app',
    image: 'ghcr.io/acme/checkout',
    tags: ['container', 'shell', 'mitre_execution', 'T1059'],
    count: 3,
    firstSeenAt: ago({ days: 1 }),
    lastSeenAt: ago({ minutes: 3 }),
    occurrences: [
      {
        at: ago({ minutes: 3 }),
        message: 'Shell spawned by kubectl exec: bash -il',
        user: 'jane@acme.example',
        process: 'bash',
        pod: 'checkout-7d9f6c5b8-x2x9k',
        node: 'ip-10-0-3-17',
      },
      {
        at: ago({ hours: 20 }),
        message: 'Shell spawned by kubectl exec: sh',
        process: 'sh',
        pod: 'checkout-7d9f6c5b8-x2x9k',
      },
    ],
    ...more,
  };
}

export const exampleAlerts = [
  alert(),
  alert({
    rule: 'Read sensitive file untrusted',
    severity: 'medium',
    message: 'A sensitive file was opened for reading by a program not trusted',
    count: 1,
    lastSeenAt: ago({ hours: 30 }),
    occurrences: [{ at: ago({ hours: 30 }), message: 'cat /etc/shadow' }],
  }),
  alert({
    rule: 'Drop and execute new binary in container',
    severity: 'critical',
    state: 'suppressed',
    lastSeenAt: ago({ days: 4 }),
  }),
];
