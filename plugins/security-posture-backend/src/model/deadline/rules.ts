import type { FindingKind } from 'backstage-plugin-security-posture-common';

export const deadlineSeverities = [
  'critical',
  'high',
  'medium',
  'low',
] as const;

export type DeadlineSeverity = (typeof deadlineSeverities)[number];

export const deadlineTables = ['bod-26-04', 'off'] as const;
export const deadlineStarts = ['first-seen', 'fix-available'] as const;

/** How deadlines are set: `securityPosture.sla` of the configuration. */
export interface DeadlineRules {
  /** Days to mend a finding, by its severity. */
  days: Record<DeadlineSeverity, number>;
  /** The table for vulnerabilities of which exploitation is known or ruled out. */
  table: (typeof deadlineTables)[number];
  /** When the clock starts: without a fix there is nothing to do yet, some say. */
  startAt: (typeof deadlineStarts)[number];
  /** Which kinds of findings have deadlines. */
  kinds: Record<FindingKind, boolean>;
}

export const defaultDeadlineRules: DeadlineRules = {
  days: { critical: 7, high: 30, medium: 90, low: 120 },
  table: 'bod-26-04',
  startAt: 'first-seen',
  kinds: {
    vulnerability: true,
    misconfiguration: true,
    secret: true,
    licence: true,
    code: true,
    alert: true,
  },
};
