import {
  readTimestamp,
  ReportBuilder,
  type SourceDocument,
  type SourceReport,
} from 'backstage-plugin-security-posture-node';
import { isRecord, textOf, valueAt } from '../kubernetes/fields';
import { placeSubject } from '../kubernetes/subject';
import { Constraint, StatusViolation } from './schema';
import { decisionOf, readAction, scopePart } from './violation';

/** `--constraint-violations-limit`, where the status does not tell the total. */
const DEFAULT_LIMIT = 20;

/** What the audit wrote into the status of a constraint. */
export function reportOfConstraint(
  { value, path }: SourceDocument,
  cluster: string | undefined,
): SourceReport {
  const auditedAt = readTimestamp(
    textOf(valueAt(value, ['status', 'auditTimestamp'])),
  );
  const builder = new ReportBuilder({
    tool: { name: 'gatekeeper' },
    subject: placeSubject(undefined, cluster),
    ...(auditedAt ? { generatedAt: auditedAt } : {}),
  });
  const parsed = Constraint.safeParse(value);
  if (!parsed.success) {
    builder.one('policy-result', value, path, Constraint, () => undefined);
    return builder.report;
  }
  keepViolations(parsed.data, path, auditedAt, builder, cluster);
  return builder.report;
}

function keepViolations(
  { kind, metadata: { name }, spec, status }: Constraint,
  path: string,
  auditedAt: string | undefined,
  builder: ReportBuilder,
  cluster: string | undefined,
): void {
  const { report } = builder;
  const constraint = { kind, name };
  const specAction = textOf(valueAt(spec, ['enforcementAction']));
  builder.count('policy-result', 0);
  const listed = valueAt(status, ['violations']);
  const at = `${path}.status.violations`;
  builder.each('policy-result', listed, at, StatusViolation, violation => {
    report.decisions.push(
      decisionOf(
        {
          constraint,
          resource: violation,
          action: readAction(
            textOf(violation.enforcementAction) ?? specAction,
            violation.enforcementActions,
          ),
          message: violation.message,
          at: auditedAt,
        },
        cluster,
      ),
    );
  });
  if (!isRecord(status) || !auditedAt) {
    builder.warn(`${path}.status: the constraint was not audited yet`);
    return;
  }
  report.scopes.push({
    kind: 'decision',
    subject: report.subject,
    part: scopePart(constraint),
    complete: isComplete(builder, path, status.totalViolations),
  });
}

function isComplete(
  builder: ReportBuilder,
  path: string,
  total: unknown,
): boolean {
  const { read, skippedTotal } = builder.report;
  const listed = read['policy-result'] ?? 0;
  if (skippedTotal > 0) return false;
  if (total === undefined || total === null) return listed < DEFAULT_LIMIT;
  if (total === listed) return true;
  builder.warn(
    `${path}.status: ${listed} of ${
      typeof total === 'number' ? total : 'an unknown number of'
    } violations are listed; raise --constraint-violations-limit`,
  );
  return false;
}
