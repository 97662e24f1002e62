import type { Severity } from 'backstage-plugin-security-posture-common';
import type { FindingFacts } from '../../model/facts';

/** The share of an impact of 10 that a severity stands for, as Grype weighs it. */
const impacts: Record<Severity, number> = {
  critical: 0.9,
  high: 0.75,
  medium: 0.5,
  low: 0.3,
  info: 0.05,
  unknown: 0.5,
};

/** Stands in for the chance of exploitation where EPSS knows none. */
const priors: Record<Severity, number> = {
  critical: 0.05,
  high: 0.02,
  medium: 0.005,
  low: 0.001,
  info: 0.0005,
  unknown: 0.005,
};

/** Of a vulnerability in code that a tool says is never called. */
const UNREACHABLE = 0.3;

/** Of a secret of which nobody knows whether it still opens anything. */
const UNVERIFIED_SECRET = 0.4;

const codeChances: Record<Severity, number> = {
  critical: 0.1,
  high: 0.05,
  medium: 0.01,
  low: 0.002,
  info: 0,
  unknown: 0.005,
};

/** Small: a check that judges the control would say how much it matters. */
const misconfigurationChances: Record<Severity, number> = {
  critical: 0.08,
  high: 0.05,
  medium: 0.02,
  low: 0.005,
  info: 0,
  unknown: 0.01,
};

const alertChances: Record<Severity, number> = {
  critical: 0.9,
  high: 0.6,
  medium: 0.25,
  low: 0.05,
  info: 0.01,
  unknown: 0.25,
};

const HALF_LIFE = 7 * 86_400_000;

/**
 * The chance, from 0 to 1, that an open finding leads to harm if nothing is
 * done. It has no unit of time: it serves to compare and to add up.
 *
 * - vulnerability: threat (1 if it is known to be exploited, else EPSS, else a
 *   prior by severity) times impact (severity and CVSS, averaged) times 0.3 if
 *   a tool says that the code is never called. A fix changes what can be done,
 *   not the chance.
 * - secret: 0.4
 * - code and misconfiguration: by severity, small
 * - alert: by severity, halved for each 7 days since it was last seen
 * - licence: 0
 */
export function chanceOf(finding: FindingFacts, now: Date): number {
  const { kind, severity } = finding;
  switch (kind) {
    case 'vulnerability':
      return (
        threatOf(finding) *
        impactOf(finding) *
        (finding.isReachable === false ? UNREACHABLE : 1)
      );
    case 'secret':
      return UNVERIFIED_SECRET;
    case 'code':
      return codeChances[severity];
    case 'misconfiguration':
      return misconfigurationChances[severity];
    case 'alert':
      return alertChances[severity] * decayOf(finding, now);
    default:
      return 0;
  }
}

/** Whether a prior stands in for the chance of exploitation. */
export function isEstimated({ kind, knownExploited, epss }: FindingFacts) {
  return kind === 'vulnerability' && !knownExploited && epss === undefined;
}

function threatOf({ knownExploited, epss, severity }: FindingFacts): number {
  if (knownExploited) return 1;
  return epss ?? priors[severity];
}

function impactOf({ severity, cvss }: FindingFacts): number {
  const impact = impacts[severity];
  return cvss === undefined ? impact : (impact + cvss / 10) / 2;
}

function decayOf({ alert, firstSeenAt }: FindingFacts, now: Date): number {
  const age = now.getTime() - Date.parse(alert?.lastSeenAt ?? firstSeenAt);
  return age > 0 ? 2 ** (-age / HALF_LIFE) : 1;
}
