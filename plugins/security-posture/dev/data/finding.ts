import type { Finding } from 'backstage-plugin-security-posture-common';
import { ago } from './time';

/** A critical vulnerability of an image, with no deadline, unless told otherwise. */
export function finding(more: Partial<Finding> = {}): Finding {
  const { problem = 'CVE-2023-38545', state = 'open' } = more;
  return {
    id: `finding-${problem}`,
    kind: 'vulnerability',
    stage: 'build',
    problem,
    title: 'Heap overflow in a SOCKS5 handshake',
    severity: 'critical',
    state,
    activity: state === 'open' ? 'existing' : undefined,
    subject: { kind: 'image', name: 'ghcr.io/acme/checkout' },
    fixedVersions: [],
    references: [],
    aliases: [],
    knownExploited: false,
    tools: ['Trivy'],
    sla: 'none',
    firstSeenAt: ago({ days: 12 }),
    lastSeenAt: ago({ hours: 2 }),
    reopenCount: 0,
    ...more,
  };
}

export const checkoutWorkload = {
  kind: 'workload',
  cluster: 'prod',
  namespace: 'webshop',
  name: 'checkout',
  workloadKind: 'Deployment',
} as const;
