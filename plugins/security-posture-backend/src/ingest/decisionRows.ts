import type { SourceReport } from 'backstage-plugin-security-posture-node';
import { fingerprint } from '../model/fingerprint';
import { rankOfSeverity } from '../model/severityRank';
import { storedSubject } from '../model/subject';
import type { Row } from '../store/tables';
import type { ScopeIndex } from './scopes';

/**
 * The decisions of a report as rows, repetitions folded. Events (with an
 * `eventId`) have no scope: their absence from the next report means nothing.
 */
export function decisionRows(
  report: SourceReport,
  reportId: string,
  at: string,
  scopes: ScopeIndex,
): Row<'decisions'>[] {
  const rows = new Map<string, Row<'decisions'>>();
  for (const decision of report.decisions) {
    const subject = storedSubject(decision.subject);
    const { engine, policy, rule, action, eventId } = decision;
    const id = fingerprint(
      'decision',
      subject.id,
      engine,
      policy,
      rule ?? '',
      action,
    );
    const when = decision.at ?? at;
    const earlier = rows.get(id);
    const latest = earlier?.last_seen_at ?? when;
    const first = earlier?.first_seen_at ?? when;
    rows.set(id, {
      id,
      subject_id: subject.id,
      scope_id: eventId
        ? undefined
        : scopes.idFor('decision', subject.id, { engine }),
      report_id: reportId,
      engine,
      policy,
      rule,
      action,
      outcome: decision.outcome,
      severity_rank: rankOfSeverity(decision.severity),
      category: decision.category,
      message: decision.message,
      actor: decision.actor,
      operation: decision.operation,
      search_text: [engine, policy, rule, subject.name, decision.message]
        .filter(Boolean)
        .join(' ')
        .slice(0, 1000)
        .toLocaleLowerCase('en-US'),
      count: (earlier?.count ?? 0) + 1,
      first_seen_at: when < first ? when : first,
      last_seen_at: when > latest ? when : latest,
      withdrawn_at: undefined,
    });
  }
  return [...rows.values()];
}
