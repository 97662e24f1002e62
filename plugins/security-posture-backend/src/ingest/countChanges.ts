import type { ReportChanges } from 'backstage-plugin-security-posture-common';
import type { FindingChange } from '../store/operations/deriveFindings';
import type { Reconciliation, ReportToReconcile } from './reconcile';

/**
 * What one report changed. `unchanged` are findings that it shows and that were
 * open before; findings of artifacts that neither are the newest build nor run
 * count nowhere. What follows from a report without being shown by it counts too:
 * what is gone, and what comes or goes with an image that runs now.
 *
 * @param body - findings that any report of the same body shows, and those that
 * an earlier one was told of
 */
export function countChanges(
  { prepared, evidence, scopes }: ReportToReconcile,
  { changes, known, overtaken }: Reconciliation,
  body: { shown: ReadonlySet<string>; told: Set<string> },
): ReportChanges {
  const counts: ReportChanges = {
    new: 0,
    reopened: 0,
    unchanged: 0,
    fixed: 0,
    suppressed: 0,
  };
  const byId = new Map(changes.map(change => [change.id, change]));
  const shown = new Set(
    evidence.flatMap(({ id, scopeId }) => (overtaken.has(scopeId) ? [] : id)),
  );
  for (const id of shown) {
    const change = byId.get(id);
    const state = change?.after ?? known.get(id);
    if (state === 'suppressed') counts.suppressed += 1;
    else if (state === 'open') counts[howOpened(change)] += 1;
  }
  const subjects = new Set([
    ...scopes.map(({ row }) => row.subject_id),
    ...prepared.images.map(({ image }) => image.id),
  ]);
  for (const change of changes) {
    const { id, subjectId, before, after } = change;
    if (!subjects.has(subjectId) || body.told.has(id)) continue;
    body.told.add(id);
    if (after === 'fixed' && before !== 'fixed') counts.fixed += 1;
    if (after !== 'open' || body.shown.has(id)) continue;
    const how = howOpened(change);
    if (how !== 'unchanged') counts[how] += 1;
  }
  return counts;
}

function howOpened(change: FindingChange | undefined) {
  if (!change) return 'unchanged';
  if (change.before === undefined || change.before === 'absent') return 'new';
  return change.before === 'fixed' ? 'reopened' : 'unchanged';
}
