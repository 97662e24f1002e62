import type { SourceDecision } from 'backstage-plugin-security-posture-node';
import { fingerprint } from '../model/fingerprint';
import { rankOfSeverity } from '../model/severityRank';
import { storedSubject } from '../model/subject';
import type { Row } from '../store/tables';
import type { PreparedReport } from './preparedReport';
import type { ScopeIndex } from './scopes';

export interface DecidingReport {
  prepared: PreparedReport;
  index: ScopeIndex;
}

const MAX_SEARCH_TEXT = 1000;

/**
 * The decisions of reports as rows, repetitions folded. Events (with an
 * `eventId`) have no scope: their absence from the next report means nothing.
 */
export function decisionRows(reports: DecidingReport[]): Row<'decisions'>[] {
  const rows = new Map<string, Row<'decisions'>>();
  for (const { prepared, index } of reports) {
    for (const decision of prepared.report.decisions) {
      const row = rowOf(decision, prepared, index);
      const known = rows.get(row.id);
      rows.set(row.id, known ? folded(known, row) : row);
    }
  }
  return [...rows.values()];
}

type DecisionRow = Row<'decisions'> & { id: string };

function rowOf(
  decision: SourceDecision,
  { id: reportId, at }: PreparedReport,
  index: ScopeIndex,
): DecisionRow {
  const subject = storedSubject(decision.subject);
  const { engine, policy, rule, action, eventId } = decision;
  const when = decision.at ?? at;
  return {
    id: fingerprint('decision', subject.id, engine, policy, rule ?? '', action),
    subject_id: subject.id,
    scope_id: eventId
      ? undefined
      : index.scopeFor('policy', decision.subject, {
          engine,
          id: [engine, policy, rule].filter(Boolean).join('/'),
        }).row.id,
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
      .slice(0, MAX_SEARCH_TEXT)
      .toLowerCase(),
    count: 1,
    first_seen_at: when,
    last_seen_at: when,
    withdrawn_at: undefined,
  };
}

/** Two decisions as one: the later one's words, and the span of both. */
function folded(
  known: Row<'decisions'>,
  row: Row<'decisions'>,
): Row<'decisions'> {
  const [first = '', last = ''] = [known.first_seen_at, known.last_seen_at];
  const { first_seen_at: ownFirst = '', last_seen_at: ownLast = '' } = row;
  return {
    ...row,
    count: (known.count ?? 0) + (row.count ?? 0),
    first_seen_at: ownFirst < first ? ownFirst : first,
    last_seen_at: ownLast > last ? ownLast : last,
  };
}
