import type { Stage } from 'backstage-plugin-security-posture-common';

/** When silence means something; milliseconds. */
export interface LifeCycleRules {
  /** A scope that was not reported again for so long makes its findings stale. */
  staleAfter: Record<Stage, number>;
  /** An event that did not happen again for so long is stale … */
  quietAfter: number;
  /** … and after so long it is over. */
  closeAfter: number;
  /** A workload that was not seen for so long no longer runs. */
  runningFor: number;
}

/** For how long what is stored is kept; milliseconds. */
export interface RetentionRules {
  /** Documents as received, and controls that they found in order. */
  reports: number;
  fixedFindings: number;
  /** What was seen on artifacts that are neither the newest build nor running. */
  absentEvidence: number;
  /** Admission decisions. */
  decisions: number;
  /** Runtime alerts that are over, and what sensors said of themselves. */
  alerts: number;
  /** What people did to findings and exceptions. */
  trail: number;
  /** Daily snapshots of components. */
  history: number;
}

const DAY = 86_400_000;

/** Weeks of silence of a scanner that runs nightly or with each build mean that it no longer runs. */
export const defaultLifeCycleRules: LifeCycleRules = {
  staleAfter: { build: 30 * DAY, deploy: 14 * DAY, runtime: 14 * DAY },
  quietAfter: 7 * DAY,
  closeAfter: 30 * DAY,
  runningFor: 14 * DAY,
};

export const defaultRetentionRules: RetentionRules = {
  reports: 90 * DAY,
  fixedFindings: 365 * DAY,
  absentEvidence: 30 * DAY,
  decisions: 90 * DAY,
  alerts: 90 * DAY,
  trail: 2 * 365 * DAY,
  history: 2 * 365 * DAY,
};

/** The time so long ago, ISO 8601. */
export function ago(now: Date, milliseconds: number): string {
  return new Date(now.getTime() - milliseconds).toISOString();
}
