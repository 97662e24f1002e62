import { contentHash } from '../model/contentHash';
import type { Row } from '../store/tables';
import type { Evidence, ReportIdentity, Sighting } from './evidence';

/** Evidence as it is stored. */
export interface EvidenceRows {
  finding: Row<'findings'> & { id: string; subject_id: string };
  observation: Row<'observations'> & { finding_id: string; scope_id: string };
  verdict: Row<'verdicts'> & { finding_id: string; source: string };
}

/**
 * The rows of what several elements of a report show as one: the worst of them
 * speaks, it is suppressed only if all are, and fixable if any is.
 */
export function evidenceRows(
  evidence: Evidence,
  sightings: Sighting[],
  report: ReportIdentity,
): EvidenceRows {
  const { id, scopeId, firstSeenAt, lastSeenAt, resolvedAt } = evidence;
  const [{ subjectId, kind, problem, locus }] = sightings;
  const described = sightings.map(sighting => sighting.describe());
  const worst = described.reduce((worse, description) =>
    description.severityRank > worse.severityRank ? description : worse,
  );
  const fixable = described.some(description => description.fixable);
  const suppressed = described.every(description => description.suppressed);
  const details = JSON.stringify(worst.details);
  return {
    finding: {
      id,
      subject_id: subjectId,
      kind,
      stage: worst.stage,
      problem,
      locus,
      title: worst.title,
      severity_rank: worst.severityRank,
      state: 'open',
      suppressed_by: undefined,
      exception_id: undefined,
      triage: undefined,
      vex: undefined,
      automatable: worst.exploitability?.automatable,
      total_impact: worst.exploitability?.totalImpact,
      fixable,
      built: false,
      running: false,
      package_name: worst.packageName,
      search_text: worst.searchText,
      first_seen_at: firstSeenAt,
      opened_at: undefined,
      reopened_at: undefined,
      reopen_count: 0,
      fixed_at: undefined,
      due_at: undefined,
      due_rule: undefined,
    },
    observation: {
      finding_id: id,
      scope_id: scopeId,
      reported_id: worst.reportedId,
      severity_rank: worst.severityRank,
      package_version: worst.packageVersion,
      fixable,
      suppressed,
      stale: false,
      content_hash: evidence.contentHash,
      report_id: report.reportId,
      first_seen_at: firstSeenAt,
      last_seen_at: lastSeenAt,
      withdrawn_at: resolvedAt,
    },
    verdict: {
      finding_id: id,
      source: report.sourceId,
      tool_name: report.toolName,
      content_hash: contentHash(details),
      details,
      changed_at: report.at,
    },
  };
}
