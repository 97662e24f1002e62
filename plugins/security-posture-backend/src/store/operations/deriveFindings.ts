import type { Knex } from 'knex';
import {
  deriveFinding,
  type DerivedFinding,
  type StoredState,
} from '../../model/findingState';
import { updateRows } from '../bulk';
import { findDerived, type StoredDerivation } from '../readModels/findDerived';
import { findLiveEvidence } from '../readModels/findLiveEvidence';
import { adjustCounts, type Counted } from './adjustCounts';

const derivedNames = [
  'state',
  'suppressed_by',
  'severity_rank',
  'fixable',
  'built',
  'running',
  'opened_at',
  'reopened_at',
  'reopen_count',
  'fixed_at',
] as const;

export interface FindingChange {
  id: string;
  subjectId: string;
  before: StoredState | undefined;
  after: StoredState;
}

/**
 * Derives states, severities and counts of findings anew, after their evidence
 * or what was said of them changed. Writes only what differs, in a number of
 * statements that does not depend on how many they are.
 *
 * @param at - when what changed happened, for each finding or for all
 * @returns the findings that changed
 */
export async function deriveFindings(
  knex: Knex,
  ids: Iterable<string>,
  at: string | ((id: string) => string),
): Promise<FindingChange[]> {
  const timeOf = typeof at === 'string' ? () => at : at;
  const wanted = new Set(ids);
  if (wanted.size === 0) return [];
  const stored = await findDerived(knex, wanted, { lock: true });
  const live = await findLiveEvidence(knex, wanted);
  const changed: { was: StoredDerivation; now: DerivedFinding }[] = [];
  for (const was of stored.values()) {
    const now = deriveFinding(
      was.derived,
      live.get(was.id),
      was.judgement,
      timeOf(was.id),
    );
    if (differs(was.derived, now)) changed.push({ was, now });
  }
  if (changed.length === 0) return [];
  await updateRows(
    knex,
    'findings',
    changed.map(({ was, now }) => ({ id: was.id, ...derivedColumns(now) })),
    { key: ['id'], set: [...derivedNames] },
  );
  await adjustCounts(
    knex,
    changed.map(({ was, now }) => ({
      before: countedAs(was, was.derived),
      after: countedAs(was, now),
    })),
  );
  return changed.map(({ was, now }) => ({
    id: was.id,
    subjectId: was.subjectId,
    before: was.derived.state,
    after: now.state,
  }));
}

/** The derived part as columns. */
export function derivedColumns(derived: DerivedFinding) {
  return {
    state: derived.state,
    suppressed_by: derived.suppressedBy,
    severity_rank: derived.severityRank,
    fixable: derived.fixable,
    built: derived.built,
    running: derived.running,
    opened_at: derived.openedAt,
    reopened_at: derived.reopenedAt,
    reopen_count: derived.reopenCount,
    fixed_at: derived.fixedAt,
  };
}

function differs(a: DerivedFinding, b: DerivedFinding): boolean {
  const left = derivedColumns(a);
  const right = derivedColumns(b);
  return derivedNames.some(name => left[name] !== right[name]);
}

function countedAs(
  { subjectId, stage }: StoredDerivation,
  { state, severityRank, fixable }: DerivedFinding,
): Counted {
  return { subjectId, stage, state, severityRank, fixable };
}
