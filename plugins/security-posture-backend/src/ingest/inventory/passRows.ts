import {
  plainText,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { fingerprint } from '../../model/fingerprint';
import { storedSubject } from '../../model/subject';
import type { PassRow, ScopePasses } from '../../store/operations/savePasses';
import { passesOf, type ControlPass } from '../policyFindings';
import { ScopeIndex, type ReportScopeRow, type ScopeKind } from '../scopes';
import { artifactOf, type InventoryReport } from './inventoryReport';

/** Longer ids do not fit into an index. */
const MAX_ID = 300;

/** Scopes in which a control is judged, the likeliest first. */
const judgingKinds: ScopeKind[] = ['misconfiguration', 'policy', 'code'];

/**
 * The controls that some reports found in order, by the scope in which they
 * were judged. A complete scope without passes is there too: what it does not
 * repeat is gone.
 */
export function passRows(reports: InventoryReport[]): ScopePasses[] {
  return reports.flatMap(told => {
    const scopes = ScopeIndex.of({
      sourceId: told.sourceId,
      report: told.report,
      reportId: told.id,
      at: told.at,
      ofBuild: false,
      digestOf: subject => artifactOf(subject, told),
    });
    const kindFor = kindsOfSubjects(scopes.all());
    const passes = new Map<ReportScopeRow, Map<string, PassRow>>();
    for (const pass of passesOf(told.report)) {
      const { subject, reportedId, container } = pass;
      const element = { id: reportedId, container };
      const scope = scopes.scopeFor(kindFor(subject), subject, element);
      const rows = passes.get(scope) ?? new Map<string, PassRow>();
      const row = passRow(pass, scope, told);
      passes.set(scope, rows.set(row.id, row));
    }
    return scopes
      .all()
      .filter(({ row }) => judgingKinds.some(kind => kind === row.kind))
      .map(scope => ({
        scopeId: scope.row.id,
        complete: scope.complete,
        at: told.at,
        rows: [...(passes.get(scope)?.values() ?? [])],
      }));
  });
}

/** In which kind of scope a report judges the controls of a subject. */
function kindsOfSubjects(
  scopes: ReportScopeRow[],
): (subject: SourceSubject) => ScopeKind {
  const declared = new Set(
    scopes.map(({ row }) => `${row.kind} ${row.subject_id}`),
  );
  return subject => {
    const { id } = storedSubject(subject);
    const known = judgingKinds.find(kind => declared.has(`${kind} ${id}`));
    return known ?? 'misconfiguration';
  };
}

function passRow(
  pass: ControlPass,
  scope: ReportScopeRow,
  { id: reportId, sourceId, at }: InventoryReport,
): PassRow {
  const control = plainText(pass.control, MAX_ID);
  const reportedId = plainText(pass.reportedId, MAX_ID);
  return {
    id: passId(scope.row.id, control, reportedId),
    scope_id: scope.row.id,
    subject_id: storedSubject(pass.subject).id,
    source: sourceId,
    control,
    reported_id: reportedId,
    title: plainText(pass.title, 300),
    report_id: reportId,
    seen_at: at,
  };
}

/** Begins with the id of its scope, and so of its subject, like the id of a finding. */
function passId(scopeId: string, control: string, reportedId: string): string {
  const own = fingerprint('pass', scopeId, control, reportedId);
  return scopeId.slice(0, 10) + own.slice(10);
}
