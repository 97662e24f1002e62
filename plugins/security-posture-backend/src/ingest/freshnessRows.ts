import type {
  Source,
  SourceReport,
  SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { stageOf } from '../model/finding';
import { storedSubject } from '../model/subject';
import type { Row } from '../store/tables';

/**
 * Which subjects a report makes fresh, at which stage. A sensor's events make
 * their own workloads fresh: silence about others proves nothing.
 *
 * @param counts - whether what the report says of a subject counts at all
 */
export function freshnessRows(
  source: Source,
  report: SourceReport,
  reportId: string,
  at: string,
  counts: (subject: SourceSubject) => boolean,
): Row<'subject_sources'>[] {
  const rows = new Map<string, Row<'subject_sources'>>();
  const touch = (
    subject: SourceSubject,
    stage: string,
    complete: boolean,
    when: string = at,
  ) => {
    if (!counts(subject)) return;
    const { id } = storedSubject(subject);
    const key = `${id} ${stage}`;
    const known = rows.get(key);
    // An event of long ago does not make its workload fresh today.
    const told = when < at ? when : at;
    const latest = known?.last_report_at ?? told;
    rows.set(key, {
      subject_id: id,
      stage,
      source: source.id,
      tool_name: report.tool.name,
      tool_version: report.tool.version,
      report_id: reportId,
      last_report_at: told > latest ? told : latest,
      complete: complete && (known?.complete ?? true),
      skipped: report.skippedTotal,
    });
  };
  for (const { kind, subject, complete } of report.scopes) {
    touch(subject, stageOf(kind, subject.kind), complete);
    touch(subject, source.stage, complete);
  }
  for (const { kind, subject = report.subject } of report.findings) {
    if (report.scopes.length === 0)
      touch(subject, stageOf(kind, subject.kind), true);
  }
  for (const { subject, at: when } of report.decisions) {
    if (report.scopes.length === 0) touch(subject, 'deploy', true, when);
  }
  for (const { subject, at: when } of [...report.alerts, ...report.workloads]) {
    touch(subject, source.stage, true, when);
  }
  if (report.subject.kind !== 'cluster') {
    touch(
      report.subject,
      source.stage,
      report.scopes.every(({ complete }) => complete),
    );
  }
  return [...rows.values()];
}
