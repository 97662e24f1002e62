import {
  readTimestamp,
  type ReportBuilder,
} from 'backstage-plugin-security-posture-node';
import { textOf } from '../kubernetes/fields';
import { addViolation, runOf, type AuditRuns } from './audit';
import { ConstraintAudited, LoggedViolation } from './schema';
import { decisionOf, readAction, scopePart } from './violation';

/** A line of the log of Gatekeeper's audit or webhook. */
export function keepLogLine(
  line: Record<string, unknown>,
  path: string,
  builder: ReportBuilder,
  runs: AuditRuns,
  cluster: string | undefined,
): void {
  switch (line.event_type) {
    case 'violation_audited':
      builder.one('policy-result', line, path, LoggedViolation, violation => {
        addViolation(runs, violation.audit_id, constraintOf(violation));
        builder.report.decisions.push(loggedDecision(violation, cluster));
      });
      break;
    case 'violation':
      builder.one('decision', line, path, LoggedViolation, violation => {
        builder.report.decisions.push(loggedDecision(violation, cluster));
      });
      break;
    case 'constraint_audited':
      builder.one('event', line, path, ConstraintAudited, audited => {
        runOf(runs, audited.audit_id).counted.set(
          scopePart(constraintOf(audited)),
          audited.constraint_violations,
        );
      });
      break;
    default:
      builder.count('event');
      if (typeof line.audit_id === 'string') {
        const run = runOf(runs, line.audit_id);
        if (line.event_type === 'audit_started') run.isStarted = true;
        if (line.event_type === 'audit_finished') run.isFinished = true;
      }
  }
}

function constraintOf(line: {
  constraint_kind: string;
  constraint_name: string;
}) {
  return { kind: line.constraint_kind, name: line.constraint_name };
}

function loggedDecision(line: LoggedViolation, cluster: string | undefined) {
  return decisionOf(
    {
      constraint: constraintOf(line),
      resource: {
        kind: line.resource_kind,
        name: line.resource_name,
        namespace: line.resource_namespace,
        labels: line.resource_labels,
      },
      action: readAction(
        line.constraint_action,
        line.constraint_enforcement_actions,
      ),
      message: textOf(line.msg)?.replace(/^denied admission:? ?/, ''),
      at: timeOf(line),
      actor: line.request_username,
    },
    cluster,
  );
}

function timeOf({ audit_id: auditId, ts }: LoggedViolation) {
  const time = readTimestamp(textOf(auditId)) ?? readTimestamp(textOf(ts));
  // zap's default clock: seconds since 1970
  return (
    time ?? (typeof ts === 'number' ? readTimestamp({ seconds: ts }) : time)
  );
}
