import {
  severities,
  type Finding,
} from 'backstage-plugin-security-posture-common';
import { ago } from './time';

export function finding(more: Partial<Finding> = {}): Finding {
  const problem = more.problem ?? 'CVE-2023-38545';
  return {
    id: `finding-${problem}`,
    kind: 'vulnerability',
    stage: 'build',
    problem,
    title: 'Heap overflow in a SOCKS5 handshake',
    severity: 'critical',
    state: 'open',
    subject: { kind: 'image', name: 'ghcr.io/acme/checkout' },
    fixedVersions: [],
    references: [],
    aliases: [],
    knownExploited: false,
    tools: ['Trivy'],
    firstSeenAt: ago({ days: 12 }),
    lastSeenAt: ago({ hours: 2 }),
    reopenCount: 0,
    ...more,
  };
}

const workload = {
  kind: 'workload',
  cluster: 'prod',
  namespace: 'webshop',
  name: 'checkout',
  workloadKind: 'Deployment',
} as const;

const told: Finding[] = [
  finding({
    problem: 'CVE-2021-44228',
    title: 'Remote code execution by a logged string',
    package: {
      name: 'org.apache.logging.log4j:log4j-core',
      version: '2.14.1',
      path: 'app/lib/log4j-core-2.14.1.jar',
      purl: 'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1',
    },
    fixedVersions: ['2.15.0', '2.12.2', '2.3.1'],
    references: [
      'https://nvd.nist.gov/vuln/detail/CVE-2021-44228',
      'https://logging.apache.org/security.html',
    ],
    aliases: ['GHSA-jfh8-c2jp-5v3q'],
    message: 'A logged string can make the process load remote code.',
    cvss: 10,
    epss: 0.944,
    knownExploited: true,
    tools: ['Trivy', 'Grype'],
    reopenCount: 1,
  }),
  finding({
    package: { name: 'curl', version: '7.88.1-10' },
    fixedVersions: ['7.88.1-10+deb12u4'],
    references: ['https://nvd.nist.gov/vuln/detail/CVE-2023-38545'],
    epss: 0.26,
    cvss: 9.8,
  }),
  finding({
    problem: 'KSV-0017',
    title: 'Container runs privileged',
    kind: 'misconfiguration',
    stage: 'deploy',
    severity: 'medium',
    subject: workload,
    container: 'app',
    message: 'Container "app" sets securityContext.privileged to true.',
    remediation: 'Set containers[].securityContext.privileged to false.',
    tools: ['Kyverno', 'Trivy'],
  }),
  finding({
    problem: 'Terminal shell in container',
    title: 'Terminal shell in container',
    kind: 'alert',
    stage: 'runtime',
    severity: 'high',
    subject: workload,
    container: 'app',
    tools: ['Falco'],
    lastSeenAt: ago({ minutes: 3 }),
  }),
  finding({
    problem: 'aws-access-key-id',
    title: 'AWS access key in a layer',
    kind: 'secret',
    severity: 'unknown',
    path: '/srv/config/.env.production',
  }),
  finding({
    problem: 'CVE-2019-20633',
    title: 'Out-of-bounds read in patch',
    severity: 'low',
    state: 'suppressed',
    suppression: 'not_affected: the vulnerable code is not in the build',
    package: { name: 'patch', version: '2.7.6' },
  }),
  finding({
    problem: 'CVE-2024-6345',
    title: 'Code execution through a package index address',
    severity: 'high',
    state: 'fixed',
    fixedAt: ago({ days: 1 }),
    package: { name: 'setuptools', version: '65.5.1' },
    fixedVersions: ['70.0.0'],
  }),
];

const many = Array.from({ length: 96 }, (_, index) =>
  finding({
    problem: `CVE-2025-${10_000 + index}`,
    title: 'Improper check of a length that the caller gives',
    severity: severities[1 + (index % 4)],
    package: { name: `lib-number-${index}`, version: `1.${index}.0` },
    fixedVersions: index % 2 === 0 ? [`1.${index}.1`] : [],
    firstSeenAt: ago({ days: index }),
  }),
);

export const exampleFindings = [...told, ...many];
