import type {
  Owner,
  Posture,
  Stage,
  StagePosture,
} from 'backstage-plugin-security-posture-common';
import { severities } from 'backstage-plugin-security-posture-common';
import { countOpen } from './countOpen';
import { exampleFindings } from './findings';
import { notJudged, type Judgement } from './judgement';
import { counts, openFindings, stagePosture, tool } from './stagePosture';
import { ago } from './time';

export const teamPayments: Owner = {
  state: 'owned',
  entityRef: 'group:default/team-payments',
  name: 'Team Payments',
  email: 'payments@acme.example',
  chat: { title: '#team-payments', url: 'https://chat.acme.example/payments' },
  onCall: { title: 'Payments rota', url: 'https://oncall.acme.example/pay' },
  parent: { entityRef: 'group:default/commerce', name: 'Commerce' },
};

export function postureOf(
  name: string,
  stages: Partial<Record<Stage, Partial<StagePosture>>> = {},
  owner: Owner = teamPayments,
  judgement: Judgement = notJudged,
): Posture {
  const all = {
    build: stagePosture('build', stages.build),
    deploy: stagePosture('deploy', stages.deploy),
    runtime: stagePosture('runtime', stages.runtime),
  };
  const reported = Object.values(all).flatMap(({ findings }) =>
    findings ? [findings.open] : [],
  );
  const total = counts();
  for (const open of reported) {
    for (const severity of severities) total[severity] += open[severity];
  }
  return {
    entityRef: `component:default/${name}`,
    owner,
    stages: all,
    openFindings: reported.length > 0 ? total : undefined,
    ...judgement,
    evaluatedAt: ago({ seconds: 20 }),
  };
}

export const failingStages = {
  build: {
    state: 'failing',
    lastReportAt: ago({ hours: 2 }),
    tools: [
      tool('Trivy', { version: '0.65.0' }),
      tool('Grype', { version: '0.96.1' }),
    ],
    findings: countOpen(exampleFindings, 'build'),
  },
  deploy: {
    state: 'warning',
    lastReportAt: ago({ minutes: 40 }),
    tools: [tool('Kyverno', { lastReportAt: ago({ minutes: 40 }) })],
    findings: countOpen(exampleFindings, 'deploy'),
    decisions: { deny: 1, warn: 2, audit: 5, allow: 118 },
    skippedElements: 3,
    incompleteReports: 1,
  },
  runtime: {
    state: 'failing',
    lastReportAt: ago({ minutes: 3 }),
    tools: [
      tool('Falco', { version: '0.41', lastReportAt: ago({ minutes: 3 }) }),
      tool('Tetragon', { stale: true, lastReportAt: ago({ days: 4 }) }),
    ],
    findings: countOpen(exampleFindings, 'runtime'),
  },
} satisfies Partial<Record<Stage, Partial<StagePosture>>>;

export const cleanStages = {
  build: {
    state: 'clean',
    lastReportAt: ago({ hours: 5 }),
    tools: [tool('Trivy', { version: '0.65.0' })],
    findings: openFindings({}, { fixed: 12 }),
  },
  deploy: {
    state: 'clean',
    lastReportAt: ago({ hours: 1 }),
    tools: [tool('Kyverno')],
    findings: openFindings(),
    decisions: { deny: 0, warn: 0, audit: 0, allow: 0 },
  },
  runtime: {
    state: 'clean',
    lastReportAt: ago({ minutes: 12 }),
    tools: [tool('Falco')],
    findings: openFindings(),
  },
} satisfies Partial<Record<Stage, Partial<StagePosture>>>;

export const staleStages = {
  build: {
    state: 'stale',
    lastReportAt: ago({ days: 19 }),
    tools: [
      tool('Trivy', {
        version: '0.58.1',
        stale: true,
        lastReportAt: ago({ days: 19 }),
      }),
    ],
    findings: openFindings({}, { fixed: 3 }),
  },
  deploy: {
    state: 'stale',
    lastReportAt: ago({ days: 3 }),
    tools: [tool('Kyverno', { stale: true, lastReportAt: ago({ days: 3 }) })],
    decisions: { deny: 0, warn: 0, audit: 0, allow: 0 },
  },
  runtime: { state: 'not-applicable' },
} satisfies Partial<Record<Stage, Partial<StagePosture>>>;
