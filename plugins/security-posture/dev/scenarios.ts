import type {
  Alert,
  Decision,
  Finding,
  Posture,
} from 'backstage-plugin-security-posture-common';
import { exampleAlerts } from './data/alerts';
import { exampleDecisions } from './data/decisions';
import { finding } from './data/finding';
import { exampleFindings } from './data/findings';
import {
  cleanStages,
  failingStages,
  postureOf,
  staleStages,
} from './data/posture';
import { openFindings, tool } from './data/stagePosture';
import { ago } from './data/time';

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
}

export const scenarios: Scenario[] = [
  {
    name: 'checkout',
    description: 'Failing: everything that the page can show',
    posture: postureOf('checkout', failingStages),
    findings: exampleFindings,
    decisions: exampleDecisions,
    alerts: exampleAlerts,
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
    ),
    findings: [finding({ severity: 'medium' })],
  },
  {
    name: 'search-api',
    description: 'Clean',
    posture: postureOf('search-api', cleanStages),
  },
  {
    name: 'warehouse',
    description: 'Nothing open, but one finding is stale',
    posture: postureOf('warehouse', {
      ...cleanStages,
      build: {
        ...cleanStages.build,
        findings: openFindings({}, { stale: 1, fixed: 12 }),
      },
    }),
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
