import {
  readTimestamp,
  type ReportBuilder,
} from 'backstage-plugin-security-posture-node';
import { textOf } from '../kubernetes/fields';
import { ExportedViolation } from './schema';
import { decisionOf, readAction } from './violation';

/** A message of the violation export; `id` is the time of the audit. */
export function keepExportMessage(
  message: Record<string, unknown>,
  path: string,
  builder: ReportBuilder,
  cluster: string | undefined,
): void {
  if (typeof message.eventType !== 'string') {
    builder.count('event');
    return;
  }
  const kind =
    message.eventType === 'violation_audited' ? 'policy-result' : 'decision';
  builder.one(kind, message, path, ExportedViolation, violation => {
    if (violation.dryRun) return 'the request was a dry run';
    builder.report.decisions.push(
      decisionOf(
        {
          constraint: violation,
          resource: {
            kind: violation.resourceKind,
            name: violation.resourceName,
            namespace: violation.resourceNamespace,
            labels: violation.resourceLabels,
          },
          action: readAction(
            violation.enforcementAction,
            violation.enforcementActions,
          ),
          message: violation.message,
          at: readTimestamp(textOf(violation.id)),
          operation: violation.operation,
        },
        cluster,
      ),
    );
    return undefined;
  });
}
