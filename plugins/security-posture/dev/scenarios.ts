import type {
  Alert,
  ComponentDay,
  ComponentWorkload,
  Decision,
  Finding,
  JudgedCheck,
  Posture,
} from 'backstage-plugin-security-posture-common';
import { exampleAlerts } from './data/alerts';
import { exampleChecks } from './data/checks';
import { exampleDecisions } from './data/decisions';
import { finding } from './data/finding';
import { exampleFindings } from './data/findings';
import { cleanHistory, exampleHistory } from './data/history';
import {
  cleanChecks,
  cleanJudgement,
  failingJudgement,
  unscannedChecks,
  warningChecks,
  warningJudgement,
} from './data/judgement';
import {
  cleanStages,
  failingStages,
  postureOf,
  staleStages,
  teamPayments,
} from './data/posture';
import { openFindings, tool } from './data/stagePosture';
import { ago } from './data/time';
import { exampleWorkloads } from './data/workloads';

export interface Scenario {
  /** A state of the backend as a component of the catalog. */
  name: string;
  description: string;
  posture?: Posture;
  /** The status that every request is answered with. */
  failure?: 403 | 404 | 500;
  /** Whether no request is ever answered. */
  pending?: boolean;
  findings?: Finding[];
  decisions?: Decision[];
  alerts?: Alert[];
  checks?: JudgedCheck[];
  workloads?: ComponentWorkload[];
  history?: ComponentDay[];
}

export const scenarios: Scenario[] = [
  {
    name: 'checkout',
    description: 'Failing: everything that the page can show',
    posture: postureOf(
      'checkout',
      failingStages,
      teamPayments,
      failingJudgement,
    ),
    findings: exampleFindings,
    decisions: exampleDecisions,
    alerts: exampleAlerts,
    checks: exampleChecks,
    workloads: exampleWorkloads,
    history: exampleHistory,
  },
  {
    name: 'invoice',
    description: 'Warning, owner cannot be resolved',
    posture: postureOf(
      'invoice',
      {
        ...cleanStages,
        build: {
          state: 'warning',
          lastReportAt: ago({ hours: 3 }),
          tools: [tool('OSV-Scanner', { version: '2.1.0' })],
          findings: openFindings({ medium: 1 }),
        },
      },
      { state: 'unresolvable', entityRef: 'group:default/invoicing' },
      warningJudgement,
    ),
    checks: warningChecks,
    findings: [finding({ severity: 'medium' })],
  },
  {
    name: 'search-api',
    description: 'Clean',
    posture: postureOf('search-api', cleanStages, teamPayments, cleanJudgement),
    checks: cleanChecks,
    history: cleanHistory,
  },
  {
    name: 'warehouse',
    description: 'Nothing open, but one finding is stale',
    posture: postureOf(
      'warehouse',
      {
        ...cleanStages,
        build: {
          ...cleanStages.build,
          findings: openFindings({}, { stale: 1, fixed: 12 }),
        },
      },
      teamPayments,
      cleanJudgement,
    ),
    checks: cleanChecks,
    findings: exampleFindings.filter(({ state }) => state === 'stale'),
  },
  {
    name: 'ledger',
    description: 'Stale, no runtime stage, nobody owns it',
    posture: postureOf('ledger', staleStages, { state: 'missing' }),
  },
  {
    name: 'cart-worker',
    description: 'Never scanned',
    posture: postureOf('cart-worker'),
    checks: unscannedChecks,
  },
  {
    name: 'promo',
    description: 'Partly known: only the build was ever scanned',
    posture: postureOf('promo', { build: cleanStages.build }),
  },
  { name: 'vault', description: 'Forbidden', failure: 403 },
  { name: 'ghost', description: 'Not found', failure: 404 },
  { name: 'broken', description: 'The backend fails', failure: 500 },
  { name: 'slow', description: 'The backend never answers', pending: true },
];
