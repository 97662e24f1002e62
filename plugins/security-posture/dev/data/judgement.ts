import type {
  JudgedCheck,
  Posture,
  Risk,
  VerdictSummary,
} from 'backstage-plugin-security-posture-common';
import { exampleActions } from './actions';
import { check, countChecks, exampleChecks } from './checks';

/** The part of a posture that the checks make. */
export type Judgement = Pick<
  Posture,
  'risk' | 'checks' | 'verdicts' | 'topActions'
>;

export function verdict(more: Partial<VerdictSummary> = {}): VerdictSummary {
  return {
    result: 'pass',
    mode: 'enforce',
    violations: 0,
    warnings: 0,
    waived: 0,
    ...more,
  };
}

/** A risk of nothing known, unless told more. */
export function risk(more: Partial<Risk> = {}): Risk {
  return {
    grade: '?',
    caps: [],
    coverage: 0,
    estimated: false,
    stages: { build: 0, deploy: 0, runtime: 0 },
    context: [],
    factors: [],
    factorsTotal: 0,
    ...more,
  };
}

export function checksOf(checks: JudgedCheck[]): Posture['checks'] {
  return {
    build: countChecks(checks, 'build'),
    deploy: countChecks(checks, 'deploy'),
    runtime: countChecks(checks, 'runtime'),
  };
}

/** The example's checks as they stand where nothing was ever reported. */
export const unscannedChecks = exampleChecks.map(item => ({
  ...item,
  result: 'unknown' as const,
  summary: 'Nothing tells: there is no report.',
  evidence: [],
  evidenceTotal: 0,
  exceptionId: undefined,
}));

/** Nothing was ever reported: every check is unknown. */
export const notJudged: Judgement = {
  risk: risk({ caps: [{ grade: '?', reason: 'Nothing is known about it.' }] }),
  checks: checksOf(unscannedChecks),
  verdicts: {
    build: verdict(),
    admission: verdict({ mode: 'warn' }),
  },
  topActions: [],
};

export const failingJudgement: Judgement = {
  risk: risk({
    score: 27.4,
    grade: 'D',
    coverage: 0.866,
    estimated: true,
    caps: [
      {
        grade: 'D',
        reason: 'Known to be exploited and past the deadline: CVE-2021-44228.',
      },
      {
        grade: 'D',
        reason: '2 checks have no data: if all failed, the risk would be 38.',
      },
    ],
  }),
  checks: checksOf(exampleChecks),
  verdicts: {
    build: verdict({ result: 'fail', violations: 3, warnings: 1, waived: 1 }),
    admission: verdict({ mode: 'warn', violations: 1, warnings: 2 }),
  },
  topActions: exampleActions,
};

export const cleanChecks = [
  ...['Scans are recent', 'Images are signed', 'Images are small'].map(
    (title, index) => check({ checkId: `build.passed.${index}`, title }),
  ),
  check({ checkId: 'deploy.passed', stage: 'deploy', title: 'No host path' }),
  check({
    checkId: 'runtime.passed',
    stage: 'runtime',
    title: 'Alerts are watched',
  }),
];

export const cleanJudgement: Judgement = {
  risk: risk({ score: 3.2, grade: 'A', coverage: 1 }),
  checks: checksOf(cleanChecks),
  verdicts: {
    build: verdict(),
    admission: verdict({ mode: 'dry-run' }),
  },
  topActions: [],
};

/** Clean but for a check that fails and one that nothing tells about. */
export const warningChecks = [
  check({
    checkId: 'image.minimal',
    practices: ['B4'],
    title: 'Images are small',
    result: 'fail',
    summary: '212 packages are in ghcr.io/acme/invoice.',
  }),
  check({
    checkId: 'build.provenance',
    practices: ['F3'],
    title: 'Images have provenance',
    result: 'unknown',
    summary: 'Nothing tells how ghcr.io/acme/invoice was built.',
  }),
  ...cleanChecks,
];

export const warningJudgement: Judgement = {
  ...cleanJudgement,
  risk: risk({
    score: 14,
    grade: 'B',
    coverage: 0.857,
    stages: { build: 13, deploy: 1, runtime: 0 },
  }),
  checks: checksOf(warningChecks),
};
