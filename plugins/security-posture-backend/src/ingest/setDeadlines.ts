import type { FindingKind } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { deadlineOf, type DeadlineRules } from '../model/deadline';
import { severityOfRank } from '../model/severityRank';
import type { ShownFinding } from '../store/operations/saveEvidence';
import { findDeadlineInputs } from '../store/readModels/findDeadlineInputs';

/**
 * Gives findings that may be new their deadlines before they are written, which
 * spares writing them twice. Where the clock starts when a fix comes out, that
 * takes all that is stored of a finding, and `applyDeadlines` does it.
 */
export async function setDeadlines(
  tx: Knex,
  shown: ShownFinding[],
  rules: DeadlineRules,
): Promise<ShownFinding[]> {
  if (rules.startAt !== 'first-seen' || shown.length === 0) return shown;
  const inputs = await findDeadlineInputs(
    tx,
    new Set(shown.map(({ row }) => row.problem ?? '')),
    new Set(shown.map(({ row }) => row.subject_id)),
  );
  return shown.map(({ row, live }) => {
    const { dueAt, rule } = deadlineOf(
      {
        kind: row.kind as FindingKind,
        severity: severityOfRank(row.severity_rank ?? 0),
        knownExploited: inputs.knownExploited(row.problem ?? ''),
        exposed: inputs.exposed(row.subject_id),
        automatable: row.automatable,
        totalImpact: row.total_impact,
        startedAt: live?.firstSeenAt ?? row.first_seen_at,
      },
      rules,
    );
    return { row: { ...row, due_at: dueAt, due_rule: rule }, live };
  });
}
