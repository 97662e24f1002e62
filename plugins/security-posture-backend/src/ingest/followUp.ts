import type { Knex } from 'knex';
import type { DeadlineRules } from '../model/deadline';
import { applyDeadlines } from '../store/operations/applyDeadlines';
import { applyExceptions } from '../store/operations/applyExceptions';
import { applyVex } from '../store/operations/applyVex';
import {
  deriveFindings,
  type FindingChange,
} from '../store/operations/deriveFindings';
import { dropRedirects } from '../store/operations/dropRedirects';
import { endOvertakenExceptions } from '../store/operations/endOvertakenExceptions';
import { findJudgements } from '../store/readModels/findJudgements';

export interface FollowUpRules {
  deadlines: DeadlineRules;
}

/**
 * What follows when findings came or changed: exceptions and VEX statements that
 * cover them, their states, their deadlines, and exceptions that end by it.
 *
 * @param touched - findings whose evidence changed, and when
 * @returns all that changed, new findings included
 */
export async function followUp(
  tx: Knex,
  {
    added,
    touched,
  }: { added: FindingChange[]; touched: ReadonlyMap<string, string> },
  rules: FollowUpRules,
  now: string,
): Promise<FindingChange[]> {
  const addedIds = added.map(({ id }) => id);
  const isNew = new Set(addedIds);
  const parted = addedIds.length > 0 ? await dropRedirects(tx, addedIds) : [];
  const any = await findJudgements(tx);
  const covered = [
    ...(any.exceptions
      ? await applyExceptions(tx, [...addedIds, ...parted])
      : []),
    // A statement may be about another digest than the one seen now.
    ...(any.statements
      ? await applyVex(tx, { findingIds: [...addedIds, ...touched.keys()] })
      : []),
  ];
  const derived = await deriveFindings(
    tx,
    [...touched.keys(), ...covered],
    id => touched.get(id) ?? now,
  );
  const again = await endOvertakenExceptions(
    tx,
    derived.map(({ id }) => id),
    now,
  );
  const changes = new Map(added.map(change => [change.id, change]));
  for (const change of [...derived, ...again]) {
    const known = changes.get(change.id);
    changes.set(change.id, known ? { ...known, after: change.after } : change);
  }
  // Those of new findings were written with them, but for what a fix starts.
  const due =
    rules.deadlines.startAt === 'first-seen'
      ? [...changes.keys()].filter(id => !isNew.has(id))
      : changes.keys();
  await applyDeadlines(tx, due, rules.deadlines);
  return [...changes.values()];
}
