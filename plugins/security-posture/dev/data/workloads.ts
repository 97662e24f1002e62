import type {
  ComponentWorkload,
  RiskFactor,
} from 'backstage-plugin-security-posture-common';
import { checkoutWorkload } from './finding';
import { ago } from './time';

/** A workload of which nothing but the name is known, unless told more. */
export function workload(
  more: Partial<ComponentWorkload> = {},
): ComponentWorkload {
  return {
    subject: checkoutWorkload,
    images: [],
    grade: '?',
    coverage: 0,
    factors: [],
    factorsTotal: 0,
    failing: [],
    ...more,
  };
}

function factor(more: Partial<RiskFactor>): RiskFactor {
  return {
    id: 'finding-CVE-2021-44228',
    kind: 'finding',
    stage: 'build',
    title: 'CVE-2021-44228 in log4j-core',
    share: 0.62,
    without: 12.3,
    ...more,
  };
}

export const exampleWorkloads: ComponentWorkload[] = [
  workload({
    exposure: 'external',
    images: [
      {
        name: 'ghcr.io/acme/checkout',
        tag: '2026.11.18',
        digest: `sha256:${'9ab2'.repeat(16)}`,
      },
    ],
    risk: 27.4,
    grade: 'D',
    coverage: 0.9,
    factors: [
      factor({}),
      factor({
        id: 'deploy.privileged',
        kind: 'check',
        stage: 'deploy',
        title: 'Containers do not run privileged',
        share: 0.2,
        without: 22.6,
      }),
    ],
    factorsTotal: 9,
    failing: [
      {
        checkId: 'deploy.privileged',
        title: 'Containers do not run privileged',
      },
      {
        checkId: 'combination.shell-used',
        title: 'No shell of an image is used in production',
      },
    ],
    secrets: [
      { name: 'stripe', via: 'environment', container: 'app' },
      { name: 'tls', via: 'volume', container: 'app', readOnly: true },
      { name: 'ghcr-login', via: 'image-pull' },
    ],
    configuredAt: ago({ minutes: 40 }),
  }),
  workload({
    subject: { ...checkoutWorkload, cluster: 'prod-eu' },
    exposure: 'internal',
    images: [{ name: 'ghcr.io/acme/checkout', tag: '2026.11.18' }],
    risk: 4.4,
    grade: 'B',
    coverage: 0.8,
    secrets: [],
    configuredAt: ago({ hours: 3 }),
  }),
  workload({ subject: { ...checkoutWorkload, name: 'checkout-worker' } }),
];
