import {
  plainText,
  type SourceReport,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { readDecision } from './decision';
import { clusterOf, imageOf, subjectOf } from './entity';
import { stageOf, stateOf, type ViolationState } from './enums';
import { messageOf } from './message';
import { policyId, readMisconfiguration } from './misconfiguration';
import type { Reports } from './reports';
import { readRuntimeAlert } from './runtimeAlert';
import { Alert } from './schema';
import { isRecord } from './shape';

/** Reads an alert as what it is: a decision, an alert or a misconfiguration. */
export function readAlert(
  reports: Reports,
  value: unknown,
  path: string,
  sentCluster: string | undefined,
): void {
  const raw = isRecord(value) ? value : {};
  const state = stateOf(raw);
  // Without its policy it may be of any kind.
  const kind = raw.policy === undefined ? 'event' : kindOf(raw, state);
  const parsed = Alert.safeParse(value);
  if (!parsed.success) {
    reports.ofCluster(sentCluster).one(kind, value, path, Alert, () => {});
    return;
  }
  const alert = parsed.data;
  const cluster = clusterOf(alert, sentCluster);
  const subject = subjectOf(alert, cluster);
  if (kind === 'misconfiguration') {
    keepMisconfiguration(reports, alert, subject, state);
    return;
  }
  const builder = reports.ofCluster(cluster);
  builder.count(kind);
  if (kind === 'decision') {
    builder.report.decisions.push(readDecision(alert, subject));
  } else {
    builder.report.alerts.push(readRuntimeAlert(alert, subject, state));
  }
}

function kindOf(alert: Record<string, unknown>, state: ViolationState) {
  // What the admission controller refused never ran.
  if (state === 'ATTEMPTED') return 'decision';
  return stageOf(alert) === 'RUNTIME' ? 'alert' : 'misconfiguration';
}

/**
 * A violation of a policy for deployments lasts until RHACS says that it is
 * resolved. The scope is this policy on this workload, and nothing else.
 */
function keepMisconfiguration(
  reports: Reports,
  alert: Alert,
  subject: SourceSubject,
  state: ViolationState,
): void {
  const resolved = state === 'RESOLVED';
  const at = resolved ? alert.resolvedAt ?? alert.time : alert.time;
  const builder = reports.ofSubject(subject, at);
  const { report } = builder;
  const id = policyId(alert.policy.name);
  builder.count('misconfiguration');
  report.scopes.push({
    kind: 'misconfiguration',
    subject,
    part: id,
    complete: true,
  });
  if (resolved) {
    report.passes.push({
      subject,
      id,
      title: plainText(alert.policy.name, 300),
    });
    return;
  }
  report.findings.push(
    readMisconfiguration(alert.policy, subject, messageOf(alert)),
  );
  addWorkload(report, alert, subject, at);
}

/** Which images the workload runs. */
function addWorkload(
  { workloads }: SourceReport,
  { deployment }: Alert,
  subject: SourceSubject,
  at: string | undefined,
): void {
  if (subject.kind !== 'workload' || !deployment) return;
  const containers = deployment.containers.slice(0, 50).flatMap(container => {
    const image = imageOf(container.image);
    const name = container.name ? plainText(container.name, 300) : '';
    if (!image || name === '') return [];
    const imageReference = plainText(
      container.image?.name?.fullName ?? '',
      600,
    );
    return [{ name, image, imageReference }];
  });
  if (containers.length === 0) return;
  workloads.push({
    subject,
    annotations: {},
    containers,
    spec: {},
    ...(at ? { at } : {}),
  });
}
