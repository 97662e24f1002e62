import {
  ReportBuilder,
  type SourceContext,
  type SourceReport,
} from 'backstage-plugin-security-posture-node';
import { clusterOf, subjectOf } from '../stackrox/entity';
import { messageOf } from '../stackrox/message';
import { readMisconfiguration } from '../stackrox/misconfiguration';
import { Alert } from '../stackrox/schema';
import { addScope } from './entityResult';

/** Reads the alerts of older versions: one report for each image or deployment. */
export function readAlerts(
  alerts: unknown[],
  path: string,
  context: SourceContext,
): SourceReport[] {
  const builders = new Map<string, ReportBuilder>();
  alerts.forEach((value, index) => {
    const alert = Alert.safeParse(value).data;
    const subject = alert
      ? subjectOf(alert, clusterOf(alert, context.cluster))
      : { kind: 'artifact' as const, name: 'unknown' };
    const key = JSON.stringify(subject);
    const builder =
      builders.get(key) ??
      new ReportBuilder({ tool: { name: 'roxctl' }, subject });
    builders.set(key, builder);
    const at = `${path}[${index}]`;
    builder.one('misconfiguration', value, at, Alert, valid => {
      builder.report.findings.push(
        readMisconfiguration(valid.policy, subject, messageOf(valid)),
      );
    });
  });
  return [...builders.values()].map(builder => {
    addScope(builder, builder.report.subject);
    return builder.report;
  });
}
