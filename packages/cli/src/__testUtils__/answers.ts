import type {
  PolicyVerdict,
  ReportReceipt,
  Violation,
} from 'backstage-plugin-security-posture-common';

export const digest = `sha256:${'ab12'.repeat(16)}`;

export function violation(over: Partial<Violation> = {}): Violation {
  return {
    checkId: 'gate.fixable-high',
    stage: 'build',
    title: 'No fixable vulnerability of high severity',
    summary: 'Two vulnerabilities of high severity have a fix.',
    evidence: [
      {
        kind: 'finding',
        result: 'fail',
        title: 'CVE-2026-0001 in openssl 3.0.1, fixed in 3.0.9',
        subject: { kind: 'image', name: 'ghcr.io/acme/shop' },
      },
    ],
    evidenceTotal: 2,
    fix: {
      text: 'Rebuild the image on a newer base image.',
      snippet: { language: 'dockerfile', code: 'FROM node:24\nUSER node' },
    },
    ...over,
  };
}

export function verdict(over: Partial<PolicyVerdict> = {}): PolicyVerdict {
  return {
    result: 'pass',
    point: 'build',
    mode: 'enforce',
    violations: [],
    warnings: [],
    waived: [],
    unknown: [],
    entityRefs: ['component:default/shop'],
    images: [{ name: 'ghcr.io/acme/shop', digest }],
    evaluatedAt: '2026-11-26T10:00:00.000Z',
    ...over,
  };
}

export const failing = verdict({
  result: 'fail',
  violations: [violation()],
  warnings: [
    violation({
      checkId: 'deploy.privileged',
      stage: 'deploy',
      title: 'Containers do not run privileged',
      summary: 'One container runs privileged.',
      evidence: [],
      evidenceTotal: 0,
      fix: undefined,
    }),
  ],
  waived: [
    violation({
      checkId: 'image.user.root',
      title: 'The image does not run as root',
      summary: 'The image runs as root.',
      exceptionId: 'e-7',
      exceptionUntil: '2026-12-31',
    }),
  ],
  unknown: [
    { checkId: 'build.secrets.none', summary: 'No secret scan was sent.' },
  ],
});

export function receipt(over: Partial<ReportReceipt> = {}): ReportReceipt {
  return {
    id: 'r-1',
    format: 'trivy',
    tool: { name: 'Trivy', version: '0.60.0' },
    receivedAt: '2026-11-26T10:00:00.000Z',
    duplicate: false,
    subject: { kind: 'image', name: 'ghcr.io/acme/shop', digest },
    entityRefs: ['component:default/shop'],
    unmapped: false,
    complete: true,
    // Of a backend that counts other kinds than this version knows.
    read: Object.assign({ vulnerability: 93, secret: 0 }),
    skipped: [],
    skippedTotal: 0,
    changes: { new: 3, reopened: 0, unchanged: 90, fixed: 4, suppressed: 0 },
    warnings: [],
    ...over,
  };
}
