import type {
  Finding,
  ReportChanges,
} from 'backstage-plugin-security-posture-common';
import { digest, trivyScan, type ExampleVulnerability } from './reports';
import {
  deployment,
  falcoEvent,
  grypeScan,
  kyvernoReport,
  vulnerabilityReport,
} from './toolReports';

/**
 * Where each problem stands at the end of each day of November 2026:
 *
 *     .  not known          o  open            d  open, built and deployed
 *     a  fixed in the newest build, which awaits its rollout
 *     w  in the newest build alone: will ship
 *     s  deployed, but suppressed       q  stale (quiet)       f  fixed
 *
 * and which image (A, B, C) is the newest build, and which runs.
 */
export const table = {
  //           1       8       15      22    28
  openssl: /**/ 'oddddda' + 'aaaffff' + 'fffffww' + 'ddwwddd',
  zlib: /*  */ 'odddddd' + 'ddddddd' + 'dddddaa' + 'ffaafff',
  curl: /*  */ 'odddddd' + 'ddddddd' + 'ddddddd' + 'ddddddd',
  tar: /*   */ 'oddddss' + 'sssssss' + 'ssddddd' + 'ddddddd',
  xz: /*    */ '......w' + 'wwwdddd' + 'dddddaa' + 'ffaafff',
  tag: /*   */ '...oooo' + 'ooooooo' + 'ooooooo' + 'ffoofff',
  shell: /* */ '.......' + '.oooooo' + 'ooooqqq' + 'ooooooo',
};

export const built = 'AAAAAAB' + 'BBBBBBB' + 'BBBBBCC' + 'CCCCCCC';
export const runs = '.AAAAAA' + 'AAABBBB' + 'BBBBBBB' + 'CCBBCCC';

export type Name = keyof typeof table;

/** What a problem is called and how bad it is; tools may see it milder. */
export const problems: Record<
  Name,
  Pick<Finding, 'problem' | 'severity' | 'stage' | 'dueAt' | 'dueRule'>
> = {
  // Opened on day 1; critical ones have a week.
  openssl: {
    problem: 'CVE-2026-1001',
    severity: 'critical',
    stage: 'build',
    dueAt: '2026-11-08T09:00:00.000Z',
    dueRule: 'severity:critical:7d',
  },
  zlib: {
    problem: 'CVE-2026-1002',
    severity: 'high',
    stage: 'build',
    dueAt: '2026-12-01T09:00:00.000Z',
    dueRule: 'severity:high:30d',
  },
  curl: {
    problem: 'CVE-2026-1003',
    severity: 'medium',
    stage: 'build',
    dueAt: '2027-01-30T09:30:00.000Z',
    dueRule: 'severity:medium:90d',
  },
  tar: {
    problem: 'CVE-2026-1004',
    severity: 'low',
    stage: 'build',
    dueAt: '2027-03-01T09:00:00.000Z',
    dueRule: 'severity:low:120d',
  },
  // Opened on day 7.
  xz: {
    problem: 'CVE-2026-1005',
    severity: 'medium',
    stage: 'build',
    dueAt: '2027-02-05T09:00:00.000Z',
    dueRule: 'severity:medium:90d',
  },
  // Opened on day 4.
  tag: {
    problem: 'latest-tag',
    severity: 'medium',
    stage: 'deploy',
    dueAt: '2027-02-02T12:00:00.000Z',
    dueRule: 'severity:medium:90d',
  },
  // Opened on day 9.
  shell: {
    problem: 'Terminal shell in container',
    severity: 'critical',
    stage: 'runtime',
    dueAt: '2026-11-16T14:00:00.000Z',
    dueRule: 'severity:critical:7d',
  },
};

/** What each scanner sees in each image. Grype alone knows of curl, Trivy alone of tar. */
export const contents = {
  A: { trivy: ['openssl', 'zlib', 'tar'], grype: ['openssl', 'zlib', 'curl'] },
  B: { trivy: ['zlib', 'tar', 'xz'], grype: ['zlib', 'curl', 'xz'] },
  C: { trivy: ['openssl', 'tar'], grype: ['openssl', 'curl'] },
} satisfies Record<string, Record<string, Name[]>>;

export type Image = keyof typeof contents;

const vulnerability = (name: Name, severity: string): ExampleVulnerability => ({
  id: problems[name].problem,
  pkg: name,
  severity,
});

const place = (image: Image) => ({
  tag: `1.${'ABC'.indexOf(image)}`,
  letter: image.toLowerCase(),
});

const replicaSets = {
  A: 'shop-7d9c8f5b6',
  B: 'shop-5f6c7d8b9c',
  C: 'shop-6bfd4c9d7f',
};

export const at = (day: number, time: string) =>
  `2026-11-${String(day).padStart(2, '0')}T${time}:00.000Z`;

/** One body that is sent. */
export interface Delivery {
  day: number;
  time: string;
  body: object | string;
  query?: Record<string, string>;
  /** What it shows, unless a newer report was there already. */
  shows: Name[];
  changes: Partial<ReportChanges>;
  duplicate?: boolean;
  warns?: RegExp;
}

function trivy(image: Image, day: number, time: string) {
  return trivyScan(
    contents[image].trivy.map(name =>
      vulnerability(name, problems[name].severity.toUpperCase()),
    ),
    { at: at(day, time), ...place(image) },
  );
}

/** A build, scanned by Trivy at nine and by Grype half an hour later. */
function build(
  day: number,
  image: Image,
  byTrivy: Partial<ReportChanges>,
  byGrype: Partial<ReportChanges>,
): Delivery[] {
  const query = { branch: 'main', commit: `c0ffee${image}` };
  return [
    {
      day,
      time: '09:00',
      body: trivy(image, day, '09:00'),
      query,
      shows: contents[image].trivy,
      changes: byTrivy,
    },
    {
      day,
      time: '09:30',
      // Grype is milder about most of them.
      body: grypeScan(
        contents[image].grype.map(name => vulnerability(name, 'Medium')),
        { at: at(day, '09:30'), ...place(image) },
      ),
      query,
      shows: contents[image].grype,
      changes: byGrype,
    },
  ];
}

/** Kyverno's word about a ReplicaSet. */
function policy(
  day: number,
  image: Image,
  result: 'fail' | 'pass',
  changes: Partial<ReportChanges>,
): Delivery {
  return {
    day,
    time: '12:00',
    body: kyvernoReport(
      { kind: 'ReplicaSet', name: replicaSets[image] },
      [{ policy: 'disallow-latest-tag', result }],
      { at: at(day, '12:00') },
    ),
    query: { cluster: 'prod' },
    shows: result === 'fail' ? ['tag'] : [],
    changes,
  };
}

/** A shell in a pod, as Falco saw it. */
function shell(
  day: number,
  image: Image,
  fields: Record<string, string>,
  changes: Partial<ReportChanges>,
): Delivery {
  return {
    day,
    time: '14:00',
    body: falcoEvent(at(day, '14:00'), {
      pod: `${replicaSets[image]}-x2k4t`,
      fields: {
        'container.image.repository': 'ghcr.io/acme/shop',
        ...fields,
      },
    }),
    query: { cluster: 'prod' },
    shows: ['shell'],
    changes,
  };
}

/** The manifest that the pipeline applied. */
function rollout(
  day: number,
  image: Image,
  changes: Partial<ReportChanges> = {},
): Delivery {
  return {
    day,
    time: '16:00',
    body: deployment(place(image)),
    query: { cluster: 'prod' },
    shows: [],
    changes,
  };
}

/** When the image that runs became another one, and by what it was seen. */
export const rollouts: { image: Image; since: string }[] = [
  { image: 'A', since: at(2, '16:00') },
  { image: 'B', since: at(11, '16:00') },
  { image: 'C', since: at(22, '14:00') },
  { image: 'B', since: at(24, '16:00') },
  { image: 'C', since: at(26, '16:00') },
];

/** When each problem opened, was fixed and came back; alternately, in this order. */
export const turns: Record<Name, string[]> = {
  openssl: [at(1, '09:00'), at(11, '16:00'), at(20, '09:00')],
  zlib: [at(1, '09:00'), at(22, '14:00'), at(24, '16:00'), at(26, '16:00')],
  curl: [at(1, '09:30')],
  tar: [at(1, '09:00')],
  xz: [at(7, '09:00'), at(22, '14:00'), at(24, '16:00'), at(26, '16:00')],
  tag: [at(4, '12:00'), at(22, '12:00'), at(24, '12:00'), at(26, '12:00')],
  shell: [at(9, '14:00')],
};

/** tar is accepted from day 6 until noon of day 17. */
export const exception = {
  requestedAt: at(5, '10:00'),
  approvedAt: at(6, '10:00'),
  until: at(17, '12:00'),
};

/** Every night at two Trivy looks at what runs. It names no commit. */
export function nightly(day: number, image: Image): Omit<Delivery, 'changes'> {
  return {
    day,
    time: '02:00',
    body: trivy(image, day, '02:00'),
    shows: contents[image].trivy,
  };
}

/** What happens in these four weeks, beside what happens every night. */
export const deliveries: Delivery[] = [
  ...build(1, 'A', { new: 3 }, { new: 1, unchanged: 2 }),
  rollout(2, 'A'),
  {
    // The job of this night ran twice.
    ...nightly(3, 'A'),
    time: '03:00',
    shows: [],
    changes: { unchanged: 3 },
    duplicate: true,
  },
  policy(4, 'A', 'fail', { new: 1 }),
  // The fix of openssl is built a day before it is due.
  ...build(7, 'B', { new: 1, unchanged: 1, suppressed: 1 }, { unchanged: 3 }),
  shell(9, 'A', { 'container.image.tag': '1.0' }, { new: 1 }),
  // It runs three days after it was due; trivy-operator is the first to see it.
  policy(11, 'B', 'fail', { unchanged: 1 }),
  {
    day: 11,
    time: '16:00',
    body: vulnerabilityReport(
      contents.B.trivy.map(name =>
        vulnerability(name, problems[name].severity.toUpperCase()),
      ),
      { at: at(11, '16:00'), replicaSet: replicaSets.B, ...place('B') },
    ),
    query: { cluster: 'prod' },
    shows: contents.B.trivy,
    changes: { unchanged: 2, suppressed: 1, fixed: 1 },
  },
  {
    // A scan of day 5 was stuck in a queue for a week.
    day: 12,
    time: '10:00',
    body: trivyScan(
      [
        vulnerability('openssl', 'CRITICAL'),
        { id: 'CVE-2026-1006', pkg: 'bash', severity: 'CRITICAL' },
      ],
      { at: at(5, '10:00'), ...place('A') },
    ),
    shows: [],
    changes: {},
    warns: /newer report of the same scope/,
  },
  shell(12, 'B', { 'container.image.tag': '1.1' }, { unchanged: 1 }),
  // C was built on an old base image: openssl is back, zlib and xz are gone.
  ...build(20, 'C', { reopened: 1, unchanged: 1 }, { unchanged: 2 }),
  policy(22, 'C', 'pass', { fixed: 1 }),
  // Falco tells the digest, and that the shell is back.
  shell(
    22,
    'C',
    { 'container.image.tag': '1.2', 'container.image.digest': digest('c') },
    { unchanged: 1, fixed: 2 },
  ),
  // Rolled back, and forward again.
  policy(24, 'B', 'fail', { reopened: 1 }),
  rollout(24, 'B', { reopened: 2 }),
  policy(26, 'C', 'pass', { fixed: 1 }),
  rollout(26, 'C', { fixed: 2 }),
];
