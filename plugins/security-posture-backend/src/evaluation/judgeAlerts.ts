import type { Evidence } from 'backstage-plugin-security-posture-common';
import type { ComponentFacts, FindingFacts, SourceFacts } from '../model/facts';
import { ago } from './age';
import { type AlertKind, alertKindsOfFinding } from './alertKinds';
import type { CheckContext, Judgement } from './Check';
import { count, findingEvidence, judgementOf, namesOf } from './judgements';
import { isWatching, sensorEvidence, sensorsOf } from './sensors';
import { unlessTruncated } from './truncation';
import { findingsOfKind } from './findingsOfKind';

export interface AlertRule {
  kinds: readonly AlertKind[];
  /** For the summary: `privilege escalation`. */
  what: string;
  /** Fail on every open alert, however mild its sensor thinks it is. */
  isAlwaysSevere?: boolean;
}

/** The end of the rules of such checks. */
export const sensorFreshness =
  'Unknown without a sensor that reported within freshness.runningScanDays.';

/**
 * Judges the runtime alerts of some kinds. An open alert fails, a mild one or
 * one that has been quiet warns. Silence passes only while a sensor watches.
 */
export function judgeAlerts(
  facts: ComponentFacts,
  context: CheckContext,
  rule: AlertRule,
): Judgement {
  const alerts = findingsOfKind(facts, 'alert').filter(finding =>
    alertKindsOfFinding(finding).some(kind => rule.kinds.includes(kind)),
  );
  if (alerts.length === 0 && facts.component.type === 'library') {
    return notRun();
  }
  const sensors = sensorsOf(facts);
  const watching = sensors.filter(sensor => isWatching(sensor, context));
  const evidence: Evidence[] = alerts.map(alert =>
    findingEvidence(alert, resultOf(alert, rule)),
  );
  if (alerts.length === 0) {
    evidence.push(...watching.map(sensor => sensorEvidence(sensor, 'pass')));
  }
  if (evidence.length === 0) {
    evidence.push(...sensors.map(sensor => sensorEvidence(sensor, 'unknown')));
  }
  const alertsOf = (worst: Evidence[]) =>
    `${count(worst.length, 'alert')} of ${rule.what}: ${namesOf(
      worst.map(({ title }) => title),
    )}.`;
  return unlessTruncated(
    facts,
    judgementOf(evidence, {
      fail: alertsOf,
      warn: alertsOf,
      pass: `No alert of ${rule.what} is open, and ${toolsOf(
        watching,
      )} watches.`,
      unknown:
        sensors.length > 0
          ? `${toolsOf(sensors)} last reported ${ago(
              lastWordOf(sensors),
              context.now,
            )}.`
          : 'No runtime sensor has reported on it.',
      'not-applicable': 'Nothing to judge.',
    }),
  );
}

/** What never runs by itself has nothing to watch. */
export function notRun(): Judgement {
  return {
    result: 'not-applicable',
    summary: 'A library does not run by itself.',
    evidence: [],
  };
}

function resultOf(
  { isStale, severity }: FindingFacts,
  { isAlwaysSevere = false }: AlertRule,
): 'fail' | 'warn' {
  if (isStale) return 'warn';
  const isMild = severity === 'low' || severity === 'info';
  return isMild && !isAlwaysSevere ? 'warn' : 'fail';
}

function toolsOf(sensors: SourceFacts[]): string {
  return namesOf(sensors.map(({ tool }) => tool));
}

function lastWordOf(sensors: SourceFacts[]): string {
  return sensors
    .map(({ lastReportAt }) => lastReportAt)
    .reduce((last, at) => (at > last ? at : last));
}
