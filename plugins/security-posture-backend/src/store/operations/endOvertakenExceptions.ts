import type {
  ExceptionEnding,
  ExceptionStatus,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { textSet, updateRows } from '../bulk';
import { appendTrail } from './appendTrail';
import { applyExceptions } from './applyExceptions';
import { deriveFindings, type FindingChange } from './deriveFindings';

interface Overtaken {
  exception_id: string;
  finding_id: string;
  state: string;
}

/**
 * Ends what events have overtaken, for findings that were just derived: the
 * acceptance of a finding that is fixed, and what should last until there is a
 * fix where there is one. A wider exception until a fix goes on for other
 * findings and lets go of the fixable ones. False positives stay: a scanner that
 * errs again is still wrong.
 *
 * @param findingIds - all findings if absent
 * @returns the findings that changed, derived anew
 */
export async function endOvertakenExceptions(
  tx: Knex,
  findingIds: Iterable<string> | undefined,
  at: string,
  actor = 'security-posture-reports',
): Promise<FindingChange[]> {
  const ids = findingIds && [...findingIds];
  if (ids?.length === 0) return [];
  const overtaken = await findOvertaken(tx, ids);
  const loose = await findLoose(tx, ids);
  if (overtaken.length + loose.length === 0) return [];
  const status: ExceptionStatus = 'ended';
  const because = ({ state }: Overtaken): ExceptionEnding =>
    state === 'fixed' ? 'fixed' : 'fix-available';
  await updateRows(
    tx,
    'exceptions',
    overtaken.map(row => ({
      id: row.exception_id,
      status,
      ended_at: at,
      ended_because: because(row),
    })),
    { key: ['id'], set: ['status', 'ended_at', 'ended_because'] },
  );
  await appendTrail(
    tx,
    overtaken.map(row => ({
      at,
      actor,
      action: 'exception-ended',
      findingId: row.finding_id,
      exceptionId: row.exception_id,
      data: { because: because(row) },
    })),
  );
  const changed = await applyExceptions(tx, [
    ...overtaken.map(row => row.finding_id),
    ...loose,
  ]);
  return deriveFindings(tx, changed, at);
}

/** Exceptions and requests about one finding that is fixed, or has the fix that they wait for. */
async function findOvertaken(tx: Knex, ids?: string[]): Promise<Overtaken[]> {
  const query = tx('exceptions as e')
    .leftJoin('finding_redirects as r', 'r.old_id', 'e.finding_id')
    .join('findings as f', join =>
      join.on('f.id', tx.raw('coalesce(r.finding_id, e.finding_id)')),
    )
    .where('e.scope_kind', 'finding')
    .where('e.kind', 'accepted')
    .whereIn('e.status', ['pending', 'approved'])
    .where(gone =>
      gone
        .where('f.state', 'fixed')
        .orWhereRaw("(e.until = 'fix' and f.fixable)"),
    )
    .select({ exception_id: 'e.id', finding_id: 'f.id', state: 'f.state' });
  return ids ? query.whereIn('f.id', textSet(tx, ids)) : query;
}

/** Fixable findings that a wider exception until a fix still covers. */
async function findLoose(tx: Knex, ids?: string[]): Promise<string[]> {
  const query = tx('findings as f')
    .join('exceptions as e', 'e.id', 'f.exception_id')
    .where('e.until', 'fix')
    .whereNot('e.scope_kind', 'finding')
    .whereRaw('f.fixable')
    .select('f.id');
  const rows: { id: string }[] = await (ids
    ? query.whereIn('f.id', textSet(tx, ids))
    : query);
  return rows.map(({ id }) => id);
}
