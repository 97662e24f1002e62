import type { Decision } from 'backstage-plugin-security-posture-common';
import { ago } from './time';

export function decision(more: Partial<Decision> = {}): Decision {
  const { policy = 'disallow-privileged-containers', action = 'deny' } = more;
  return {
    id: `decision-${policy}-${action}`,
    action,
    engine: 'Kyverno',
    policy,
    severity: 'high',
    subject: {
      kind: 'workload',
      cluster: 'prod',
      namespace: 'webshop',
      name: 'checkout',
      workloadKind: 'Deployment',
    },
    count: 1,
    firstSeenAt: ago({ days: 6 }),
    lastSeenAt: ago({ minutes: 40 }),
    ...more,
  };
}

export const exampleDecisions = [
  decision({
    rule: 'privileged-containers',
    outcome: 'fail',
    message:
      'Privileged mode is disallowed. securityContext.privileged must be unset or false.',
    actor: 'system:serviceaccount:argocd:argocd-application-controller',
    operation: 'UPDATE',
    category: 'Pod Security Standards (Baseline)',
    count: 3,
  }),
  decision({
    policy: 'require-requests-limits',
    action: 'warn',
    severity: 'medium',
    message: 'CPU and memory resource requests and limits are required.',
    count: 12,
    lastSeenAt: ago({ hours: 5 }),
  }),
  decision({
    policy: 'require-image-signature',
    action: 'audit',
    severity: 'unknown',
    engine: 'Gatekeeper',
    message: 'No signature of ghcr.io/acme/checkout was found.',
    lastSeenAt: ago({ hours: 9 }),
  }),
  decision({
    policy: 'restrict-image-registries',
    action: 'allow',
    severity: 'info',
    count: 1180,
    lastSeenAt: ago({ minutes: 50 }),
  }),
];
