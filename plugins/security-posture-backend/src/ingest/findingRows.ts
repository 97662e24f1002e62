import {
  plainText,
  type SourceFinding,
  type SourceReport,
} from 'backstage-plugin-security-posture-node';
import { locusOf, problemOf, stageOf } from '../model/finding';
import { fingerprint } from '../model/fingerprint';
import { rankOfSeverity } from '../model/severityRank';
import { digestOf, storedSubject } from '../model/subject';
import type { Row } from '../store/tables';
import { detailsOf, fixableOf } from './findingDetails';
import type { ScopeIndex } from './scopes';

export interface FindingRows {
  findings: Row<'findings'>[];
  observations: Row<'observations'>[];
}

/**
 * The findings of a report as rows. Elements that mean the same finding become
 * one: the worst severity counts, and it is suppressed only if all are.
 */
export function findingRows(
  report: SourceReport,
  reportId: string,
  at: string,
  scopes: ScopeIndex,
): FindingRows {
  const findings = new Map<string, Row<'findings'>>();
  const observations = new Map<string, Row<'observations'>>();
  for (const finding of report.findings) {
    const subject = finding.subject ?? report.subject;
    const stored = storedSubject(subject);
    const problem = problemOf(finding);
    const id = fingerprint(
      'finding',
      finding.kind,
      stored.id,
      problem,
      locusOf(finding),
    );
    const severityRank = rankOfSeverity(finding.severity);
    const suppressed = finding.suppression !== undefined;
    const scopeId = scopes.idFor(finding.kind, stored.id, finding);
    const digest = digestOf(subject) ?? '';
    const key = `${id} ${scopeId} ${digest}`;
    const earlier = observations.get(key);
    observations.set(key, {
      finding_id: id,
      scope_id: scopeId,
      digest,
      tool_name: report.tool.name,
      report_id: reportId,
      severity_rank: Math.max(severityRank, earlier?.severity_rank ?? 0),
      package_version: versionOf(finding),
      suppressed: suppressed && (earlier?.suppressed ?? true),
      first_seen_at: at,
      last_seen_at: at,
      withdrawn_at: undefined,
    });
    const known = findings.get(id);
    if (known && (known.severity_rank ?? 0) >= severityRank) continue;
    findings.set(id, {
      id,
      kind: finding.kind,
      stage: stageOf(finding.kind, stored.kind),
      subject_id: stored.id,
      problem,
      title: plainText(finding.title, 300) || problem,
      severity_rank: severityRank,
      state: 'open',
      fixable: fixableOf(finding),
      package_name: packageOf(finding)?.name,
      details: JSON.stringify(detailsOf(finding)),
      search_text: searchText(finding, problem),
      first_seen_at: at,
      last_seen_at: at,
    });
  }
  return {
    findings: [...findings.values()],
    observations: [...observations.values()],
  };
}

function packageOf(finding: SourceFinding) {
  return finding.kind === 'vulnerability' || finding.kind === 'licence'
    ? finding.package
    : undefined;
}

function versionOf(finding: SourceFinding): string | undefined {
  return packageOf(finding)?.version;
}

function searchText(finding: SourceFinding, problem: string): string {
  const pkg = packageOf(finding);
  const path = 'path' in finding ? finding.path : undefined;
  const aliases = finding.kind === 'vulnerability' ? finding.aliases : [];
  return [problem, finding.title, pkg?.name, pkg?.path, path, ...aliases]
    .filter(Boolean)
    .join(' ')
    .slice(0, 1000)
    .toLocaleLowerCase('en-US');
}
