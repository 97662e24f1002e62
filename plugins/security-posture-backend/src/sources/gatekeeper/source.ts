import {
  ReportBuilder,
  type Source,
  type SourceDocument,
  type SourceReport,
} from 'backstage-plugin-security-posture-node';
import { isRecord } from '../kubernetes/fields';
import { placeSubject } from '../kubernetes/subject';
import { scopesOf, type AuditRuns } from './audit';
import { reportOfConstraint } from './constraint';
import { keepExportMessage } from './exported';
import { keepLogLine } from './log';

const markers = new Set([
  'audit_started',
  'audit_finished',
  'constraint_audited',
  'violation_audited',
]);

const exportMarkers = new Set(['audit is started', 'audit is completed']);

function isConstraint(document: Record<string, unknown>): boolean {
  const { apiVersion } = document;
  return (
    typeof apiVersion === 'string' &&
    apiVersion.startsWith('constraints.gatekeeper.sh/')
  );
}

function isLogLine(line: Record<string, unknown>): boolean {
  const { event_type: type } = line;
  if (typeof type !== 'string') return false;
  return (
    markers.has(type) || (type === 'violation' && 'constraint_name' in line)
  );
}

function isExportMessage(message: Record<string, unknown>): boolean {
  const { eventType, id, message: text } = message;
  return typeof eventType === 'string'
    ? eventType === 'violation_audited' || eventType === 'violation_admission'
    : typeof id === 'string' &&
        typeof text === 'string' &&
        exportMarkers.has(text);
}

/** Gatekeeper: the status of constraints, log lines and export messages. */
export const gatekeeperSource: Source = {
  id: 'gatekeeper',
  title: 'Gatekeeper',
  stage: 'deploy',
  isRewritten: true,
  looksLike:
    'apiVersion constraints.gatekeeper.sh/…, event_type violation_audited or violation, or eventType violation_…',
  recognise(document) {
    return (
      isRecord(document) &&
      (isConstraint(document) ||
        isLogLine(document) ||
        isExportMessage(document))
    );
  },
  parse(documents, { cluster }) {
    const reports: SourceReport[] = [];
    const events: SourceDocument[] = [];
    for (const document of documents) {
      if (isRecord(document.value) && isConstraint(document.value)) {
        reports.push(reportOfConstraint(document, cluster));
      } else {
        events.push(document);
      }
    }
    if (events.length > 0) reports.push(reportOfEvents(events, cluster));
    return reports;
  },
};

function reportOfEvents(
  documents: SourceDocument[],
  cluster: string | undefined,
): SourceReport {
  const builder = new ReportBuilder({
    tool: { name: 'gatekeeper' },
    subject: placeSubject(undefined, cluster),
  });
  const runs: AuditRuns = new Map();
  for (const { value, path } of documents) {
    if (!isRecord(value)) {
      builder.count('event');
      builder.skip('event', path, 'expected an object');
    } else if ('event_type' in value) {
      keepLogLine(value, path, builder, runs, cluster);
    } else {
      keepExportMessage(value, path, builder, cluster);
    }
  }
  builder.report.scopes.push(...scopesOf(runs, cluster));
  return builder.report;
}
