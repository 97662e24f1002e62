import type { AlertOccurrence } from 'backstage-plugin-security-posture-common';
import {
  plainText,
  type SourceAlert,
  type SourceReport,
} from 'backstage-plugin-security-posture-node';
import { fingerprint } from '../model/fingerprint';
import { rankOfSeverity } from '../model/severityRank';
import { storedSubject } from '../model/subject';
import type { AlertGroup } from '../store/operations/recordAlerts';
import type { Row } from '../store/tables';
import type { FindingRows } from './findingRows';
import type { ScopeIndex } from './scopes';

export interface AlertRows extends FindingRows {
  groups: AlertGroup[];
}

/**
 * The alerts of a report, folded into one group for each rule, workload and
 * container. Each group is a finding too, so that it can be followed like one.
 */
export function alertRows(
  source: string,
  report: SourceReport,
  reportId: string,
  at: string,
  scopes: ScopeIndex,
): AlertRows {
  const groups = new Map<string, AlertGroup>();
  const findings = new Map<string, Row<'findings'>>();
  const observations = new Map<string, Row<'observations'>>();
  for (const alert of report.alerts) {
    const subject = storedSubject(alert.subject);
    const locus = alert.container ?? alert.process ?? '';
    const id = fingerprint(
      'finding',
      'alert',
      subject.id,
      source,
      alert.rule,
      locus,
    );
    const when = alert.at ?? at;
    const group = groups.get(id) ?? {
      row: groupRow(id, source, alert),
      occurrences: [],
    };
    group.occurrences.push(occurrence(alert, when));
    groups.set(id, group);

    const known = findings.get(id);
    const rank = Math.max(
      rankOfSeverity(alert.severity),
      known?.severity_rank ?? 0,
    );
    const first = known?.first_seen_at ?? when;
    const last = known?.last_seen_at ?? when;
    const firstSeenAt = when < first ? when : first;
    const lastSeenAt = when > last ? when : last;
    findings.set(id, {
      id,
      kind: 'alert',
      stage: 'runtime',
      subject_id: subject.id,
      problem: alert.rule,
      title: plainText(alert.rule, 300),
      severity_rank: rank,
      state: 'open',
      fixable: false,
      package_name: undefined,
      details: JSON.stringify({
        message: alert.message,
        references: [],
        fixedVersions: [],
        aliases: [],
        knownExploited: false,
        path: alert.process,
        container: alert.container,
      }),
      search_text: [alert.rule, subject.name, alert.container, alert.message]
        .filter(Boolean)
        .join(' ')
        .slice(0, 1000)
        .toLocaleLowerCase('en-US'),
      first_seen_at: firstSeenAt,
      last_seen_at: lastSeenAt,
    });
    observations.set(id, {
      finding_id: id,
      scope_id: scopes.idFor('alert', subject.id, {}),
      digest: '',
      tool_name: report.tool.name,
      report_id: reportId,
      severity_rank: rank,
      package_version: undefined,
      suppressed: false,
      first_seen_at: firstSeenAt,
      last_seen_at: lastSeenAt,
      withdrawn_at: alert.resolved ? when : undefined,
    });
  }
  return {
    groups: [...groups.values()],
    findings: [...findings.values()],
    observations: [...observations.values()],
  };
}

function groupRow(
  id: string,
  source: string,
  alert: SourceAlert,
): AlertGroup['row'] {
  return {
    id,
    source,
    rule: alert.rule,
    message: alert.message,
    container: alert.container,
    image: alert.image?.name,
    tags: JSON.stringify(alert.tags.slice(0, 50)),
  };
}

function occurrence(alert: SourceAlert, at: string): AlertOccurrence {
  const { message, pod, node, process, user } = alert;
  return { at, message: plainText(message, 1000), pod, node, process, user };
}
