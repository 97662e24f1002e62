import type { SourceReport } from 'backstage-plugin-security-posture-node';
import { alertSightings } from './alertSightings';
import { EvidenceSet, type Evidence } from './evidence';
import { policyFindings } from './policyFindings';
import type { ScopeIndex } from './scopes';
import { sightingOf, sightingsOf, type Canonical } from './sightings';
import type { AlertGroup } from '../store/operations/recordAlerts';

export interface ReportEvidence {
  evidence: Evidence[];
  /** Groups of runtime events; each is a finding too, with the same id. */
  alerts: AlertGroup[];
}

/** All that a report shows, with the groups of its runtime events. */
export function evidenceOf(
  report: SourceReport,
  scopes: ScopeIndex,
  options: {
    sourceId: string;
    reportId: string;
    at: string;
    canonical: Canonical;
  },
): ReportEvidence {
  const toolName = report.tool.name;
  const set = EvidenceSet.of({ ...options, toolName });
  for (const finding of report.findings) {
    const subject = finding.subject ?? report.subject;
    const scope = scopes.scopeFor(finding.kind, subject, finding);
    for (const sighting of sightingsOf(finding, subject, {
      ...options,
      toolName,
    })) {
      set.add(scope, sighting);
    }
  }
  for (const finding of policyFindings(report)) {
    const subject = finding.subject ?? report.subject;
    const scope = finding.event
      ? scopes.eventScopeFor('policy', subject)
      : scopes.scopeFor('policy', subject, {
          engine: finding.engine,
          id: finding.reportedId,
        });
    const { id: problem, reportedId, at = options.at } = finding;
    set.add(scope, sightingOf(finding, subject, { problem, reportedId, at }));
  }
  const alerts = alertSightings(report, options.sourceId, options.at);
  const groups = alerts.map(({ subject, sighting, group }) => {
    const id = set.add(scopes.eventScopeFor('alert', subject), sighting);
    return { ...group, row: { ...group.row, id } };
  });
  return { evidence: set.all(), alerts: groups };
}
