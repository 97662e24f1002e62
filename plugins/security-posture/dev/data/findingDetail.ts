import type {
  Finding,
  FindingDetail,
  FindingSighting,
  Verdict,
} from 'backstage-plugin-security-posture-common';
import { checkoutWorkload } from './finding';
import { ago } from './time';

const digest = (start: string) => `sha256:${start.repeat(16)}`;

/** Each tool says what the finding says, unless told more. */
function verdict(
  of: Finding,
  tool: string,
  more: Partial<Verdict> = {},
): Verdict {
  return {
    source: tool.toLowerCase(),
    tool,
    reportedIds: [of.problem],
    severity: of.severity,
    versions: of.package?.version ? [of.package.version] : [],
    fixedVersions: of.fixedVersions,
    suppressed: of.suppressedBy === 'tool',
    withdrawn: of.state === 'fixed',
    firstSeenAt: of.firstSeenAt,
    lastSeenAt: of.lastSeenAt,
    ...more,
  };
}

export function sighting(
  of: Finding,
  more: Partial<FindingSighting> = {},
): FindingSighting {
  return {
    built: false,
    running: false,
    workloads: [],
    source: of.tools[0].toLowerCase(),
    firstSeenAt: of.firstSeenAt,
    lastSeenAt: of.lastSeenAt,
    ...more,
  };
}

const olderBuild = {
  digest: digest('9ab2'),
  tag: '2026.11.18',
  running: true,
  workloads: [checkoutWorkload, { ...checkoutWorkload, cluster: 'prod-eu' }],
};

const newestBuild = {
  digest: digest('4e1c'),
  tag: '2026.11.24',
  built: true,
};

function sightingsOf(of: Finding): FindingSighting[] {
  if (of.subject.kind !== 'image') return [sighting(of)];
  const built = sighting(of, newestBuild);
  const running = of.tools.map(tool =>
    sighting(of, {
      ...olderBuild,
      source: tool.toLowerCase(),
    }),
  );
  switch (of.rollout) {
    case 'awaiting-rollout':
      return running;
    case 'will-ship':
      return [built];
    case 'deployed':
      return [...running, built];
    default:
      return [
        of.state === 'fixed' ? { ...built, withdrawnAt: of.fixedAt } : built,
      ];
  }
}

/** What Grype says where it and Trivy differ. */
const differing: Partial<Record<string, Partial<Verdict>>> = {
  'CVE-2023-38545': {
    severity: 'high',
    fixedVersions: [],
    lastSeenAt: ago({ hours: 9 }),
  },
  'CVE-2021-44228': { reportedIds: ['GHSA-jfh8-c2jp-5v3q'] },
};

export function findingDetail(
  of: Finding,
  more: Partial<FindingDetail> = {},
): FindingDetail {
  return {
    ...of,
    entityRefs: ['component:default/checkout'],
    verdicts: of.tools.map(tool =>
      verdict(of, tool, tool === 'Grype' ? differing[of.problem] : undefined),
    ),
    sightings: sightingsOf(of),
    ...more,
  };
}
