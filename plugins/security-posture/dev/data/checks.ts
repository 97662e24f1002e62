import type {
  CheckCounts,
  JudgedCheck,
  JudgedChecks,
  Stage,
} from 'backstage-plugin-security-posture-common';
import { checkoutWorkload } from './finding';
import { ago } from './time';

const notEnforced = { build: 'off', admission: 'off' } as const;

/** A check of the build that passes, and is enforced nowhere, unless told otherwise. */
export function check(more: Partial<JudgedCheck> = {}): JudgedCheck {
  const { checkId = 'build.image.signed', evidence = [] } = more;
  return {
    checkId,
    stage: 'build',
    practices: ['F2'],
    title: 'Images are signed, and the signature was verified',
    result: 'pass',
    summary: 'Signed and verified: 1 image.',
    evidence,
    evidenceTotal: evidence.length,
    why: 'A signature proves who built the image and that nobody changed it since.',
    rule: 'Passes if a tool verified a signature over the digest of every image.',
    passes: 'A tool verified a signature over the digest of every image.',
    enforcement: notEnforced,
    ...more,
  };
}

const digest = `sha256:${'9ab2'.repeat(16)}`;
const image = { kind: 'image', name: 'ghcr.io/acme/checkout' } as const;

/** One check for each thing that the list has to tell, in the order of the backend. */
export const exampleChecks: JudgedCheck[] = [
  check({
    checkId: 'gate.fixable-high',
    practices: ['B8', 'B8a'],
    title: 'No vulnerability of high severity has a fix',
    result: 'fail',
    summary:
      '3 vulnerabilities above the thresholds: CVE-2021-44228, CVE-2023-38545 and CVE-2026-21441.',
    evidence: [
      {
        kind: 'finding',
        result: 'fail',
        id: 'finding-CVE-2021-44228',
        title: 'Remote code execution by a logged string',
        subject: image,
        digest,
      },
      {
        kind: 'finding',
        result: 'fail',
        id: 'finding-CVE-2023-38545',
        title: 'Heap overflow in a SOCKS5 handshake',
        subject: image,
        digest,
      },
    ],
    evidenceTotal: 51,
    why: 'The fault is grave and public, and the repair is there. There is no reason to ship without it.',
    rule: 'Fails on an open vulnerability with a fix that reaches the thresholds of the policy.',
    fix: {
      text: 'Upgrade the packages to the versions that the findings name, or build again on a newer base image.',
      snippet: {
        language: 'shell',
        code: 'docker build --pull --no-cache --tag "$IMAGE" .',
      },
    },
    passes: 'No vulnerability with a fix reaches the thresholds of the policy.',
    enforcement: { build: 'block', admission: 'warn' },
  }),
  check({
    checkId: 'image.shells',
    practices: ['B4c'],
    title: 'Images hold no shell',
    result: 'fail',
    summary: 'A shell is in ghcr.io/acme/checkout: bash, dash.',
    evidence: [
      {
        kind: 'image',
        result: 'fail',
        title: 'bash, dash',
        subject: image,
        digest,
      },
    ],
    fix: {
      text: 'Build the last stage on a base without a shell.',
      snippet: {
        language: 'dockerfile',
        code: 'FROM gcr.io/distroless/static:nonroot\nCOPY --from=build /app /app',
      },
    },
    exceptionId: 'exception-patch',
    enforcement: { build: 'warn', admission: 'off' },
  }),
  check({
    checkId: 'deploy.privileged',
    stage: 'deploy',
    practices: ['D1c'],
    title: 'Containers do not run privileged',
    result: 'fail',
    summary: 'prod/webshop/checkout runs privileged.',
    evidence: [
      {
        kind: 'workload',
        result: 'fail',
        title: 'privileged: true',
        subject: checkoutWorkload,
        container: 'app',
        at: ago({ minutes: 40 }),
      },
    ],
    why: 'Who breaks into a privileged container owns the node and everything that runs there.',
    rule: 'Fails if a container of a workload sets securityContext.privileged, or a tool reports it.',
    passes: 'No container of any workload sets privileged: true.',
    fix: {
      text: 'Remove privileged mode.',
      snippet: {
        language: 'yaml',
        code: 'securityContext:\n  privileged: false',
      },
    },
    enforcement: { build: 'warn', admission: 'block' },
  }),
  check({
    checkId: 'combination.shell-used',
    stage: 'runtime',
    practices: ['B4c', 'R2d'],
    title: 'No shell of an image is used in production',
    result: 'fail',
    summary: 'A shell of the image was used in prod/webshop/checkout.',
    evidence: [
      {
        kind: 'alert',
        result: 'fail',
        id: 'alert-Terminal shell in container',
        title: 'Terminal shell in container',
        subject: checkoutWorkload,
        container: 'app',
        at: ago({ minutes: 3 }),
      },
    ],
    fix: { text: 'Find out who it was, then remove the shell.' },
  }),
  check({
    checkId: 'base.fresh',
    practices: ['B6'],
    title: 'The base image is recent',
    result: 'warn',
    summary: 'The base image is 112 days old.',
  }),
  check({
    checkId: 'deploy.resources',
    stage: 'deploy',
    practices: ['D1k'],
    title: 'Containers have limits',
    result: 'warn',
    summary: 'A memory limit is missing in prod/webshop/checkout.',
    evidence: [
      {
        kind: 'decision',
        result: 'warn',
        title: 'require-requests-limits warned',
        subject: checkoutWorkload,
        at: ago({ hours: 5 }),
      },
    ],
    enforcement: { build: 'off', admission: 'warn' },
  }),
  check({
    checkId: 'build.provenance',
    practices: ['F3'],
    title: 'Images have provenance',
    result: 'unknown',
    summary: 'Nothing tells how ghcr.io/acme/checkout was built.',
    passes: 'A signed provenance names a trusted builder.',
  }),
  check({
    checkId: 'deploy.rbac',
    stage: 'deploy',
    practices: ['D4'],
    title: 'Service accounts have no wildcard rights',
    result: 'unknown',
    summary: 'No role of the service account is known.',
  }),
  check(),
  ...['Scans are recent', 'No secret is in the code', 'Images are small'].map(
    (title, index) => check({ checkId: `build.passed.${index}`, title }),
  ),
  ...['Not run as root', 'No host path', 'No host network', 'Owner named'].map(
    (title, index) =>
      check({ checkId: `deploy.passed.${index}`, stage: 'deploy', title }),
  ),
  ...['Alerts are watched', 'No miner was seen'].map((title, index) =>
    check({ checkId: `runtime.passed.${index}`, stage: 'runtime', title }),
  ),
  check({
    checkId: 'deploy.netpol.egress',
    stage: 'deploy',
    practices: ['D5b'],
    title: 'Egress is limited',
    result: 'not-applicable',
    summary: 'Nothing of it needs the network.',
  }),
];

export function judgedChecks(items: JudgedCheck[]): JudgedChecks {
  return {
    items,
    totalItems: items.length,
    evaluatedAt: ago({ seconds: 20 }),
  };
}

export function checkCounts(some: Partial<CheckCounts> = {}): CheckCounts {
  return {
    pass: 0,
    warn: 0,
    fail: 0,
    unknown: 0,
    'not-applicable': 0,
    ...some,
  };
}

/** The counts of a stage, as the backend makes them of its checks. */
export function countChecks(checks: JudgedCheck[], stage: Stage): CheckCounts {
  const counted = checkCounts();
  for (const { result } of checks.filter(({ stage: of }) => of === stage)) {
    counted[result] += 1;
  }
  return counted;
}
