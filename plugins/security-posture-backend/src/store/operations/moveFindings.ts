import type { Knex } from 'knex';
import type { CanonicalChange } from '../../model/aliasGroups';
import { textSet, upsertRows } from '../bulk';
import { movesOf, type Move } from '../merging/movesOf';
import { planMoves, type MovePlan } from '../merging/planMoves';
import type { StoredFinding, WholeFindings } from '../merging/storedRows';
import { findIdsOfProblems } from '../readModels/findIdsOfProblems';
import {
  findWholeById,
  findWholeByProblem,
} from '../readModels/findWholeFindings';
import { adjustCounts, type Counted } from './adjustCounts';
import { applyExceptions } from './applyExceptions';
import { applyVex } from './applyVex';
import { deleteFindings } from './deleteFindings';
import { deriveFindings, type FindingChange } from './deriveFindings';
import { saveObservations, saveVerdicts } from './saveEvidence';

export interface MovedFindings {
  /** Findings that have another state than before. */
  changes: FindingChange[];
  /** Findings that got or gave evidence and still exist. */
  touched: string[];
  /** How many findings gave evidence. */
  moved: number;
}

/**
 * Lets findings follow the canonical ids of vulnerabilities: evidence goes to
 * the finding of its vulnerability, findings of the same one merge, and what no
 * longer belongs together parts. Ids of findings that are gone redirect.
 *
 * Runs under the lock for maintenance, in a number of statements that does not
 * depend on how many findings move.
 *
 * @param at - when it happens, ISO 8601
 */
export async function moveFindings(
  tx: Knex,
  changes: CanonicalChange[],
  at: string,
): Promise<MovedFindings> {
  if (changes.length === 0) return { changes: [], touched: [], moved: 0 };
  const found = await findWholeByProblem(
    tx,
    'vulnerability',
    new Set(changes.map(({ before }) => before)),
  );
  const moved = await carryOut(tx, movesOf(changes, found), found, at);
  // What people and documents said of a name holds for what it names today.
  const named = await findIdsOfProblems(
    tx,
    new Set(changes.flatMap(({ before, after }) => [before, after])),
  );
  const judged = [
    ...(await applyExceptions(tx, named)),
    ...(await applyVex(tx, { findingIds: named })),
  ];
  const derived = await deriveFindings(tx, judged, at);
  return {
    ...moved,
    changes: [...moved.changes, ...derived],
    touched: [...new Set([...moved.touched, ...judged])],
  };
}

/**
 * Moves evidence to where it belongs, with all that goes with it.
 *
 * @param found - the findings that the moves lead away from
 */
export async function carryOut(
  tx: Knex,
  moves: Move[],
  found: WholeFindings,
  at: string,
): Promise<MovedFindings> {
  if (moves.length === 0) return { changes: [], touched: [], moved: 0 };
  const targets = await findWholeById(
    tx,
    new Set(moves.map(({ to }) => to.id)),
  );
  const plan = planMoves(moves, found, targets);

  await saveMerged(tx, plan);
  await moveEvidence(tx, plan);
  await redirect(tx, plan, at);
  await deleteFindings(tx, [...plan.redirects.keys()]);

  const touched = new Set(
    [
      ...moves.map(({ from }) => from.id),
      ...moves.map(({ to }) => to.id),
    ].filter(id => !plan.redirects.has(id)),
  );
  await applyExceptions(tx, touched);
  await applyVex(tx, { findingIds: touched });
  return {
    changes: await deriveFindings(tx, touched, at),
    touched: [...touched],
    moved: new Set(moves.map(({ from }) => from.id)).size,
  };
}

const merged = [
  'title',
  'search_text',
  'state',
  'suppressed_by',
  'severity_rank',
  'fixable',
  'built',
  'running',
  'triage',
  'automatable',
  'total_impact',
  'first_seen_at',
  'opened_at',
  'reopened_at',
  'reopen_count',
  'fixed_at',
  'due_at',
  'due_rule',
] as const;

/** What was open before it was merged stays open, so its state goes along and is counted. */
async function saveMerged(tx: Knex, { receiving }: MovePlan): Promise<void> {
  await upsertRows(
    tx,
    'findings',
    receiving.map(({ after }) => after),
    {
      key: ['id'],
      merge: Object.fromEntries(
        merged.map(column => [column, `excluded.${column}`]),
      ),
    },
  );
  await adjustCounts(
    tx,
    receiving.map(({ before, after }) => ({
      before: before && countedAs(before),
      after: countedAs(after),
    })),
  );
}

async function moveEvidence(tx: Knex, plan: MovePlan): Promise<void> {
  await deletePairs(
    tx,
    'observations',
    'scope_id',
    plan.leftObservations.map(row => [row.finding_id, row.scope_id]),
  );
  await saveObservations(tx, plan.observations);
  await deletePairs(
    tx,
    'verdicts',
    'source',
    plan.leftVerdicts.map(row => [row.finding_id, row.source]),
  );
  await saveVerdicts(tx, plan.verdicts);
}

/** Deletes rows by finding and a second part of their key. */
async function deletePairs(
  tx: Knex,
  table: 'observations' | 'verdicts',
  column: string,
  pairs: [findingId: string, other: string][],
): Promise<void> {
  await tx(table)
    .whereIn('finding_id', textSet(tx, new Set(pairs.map(([id]) => id))))
    .whereRaw("finding_id || ' ' || ?? in ?", [
      column,
      textSet(
        tx,
        pairs.map(pair => pair.join(' ')),
      ),
    ])
    .delete();
}

/** Old ids lead to where findings are now, and what people did goes with them. */
async function redirect(
  tx: Knex,
  { redirects, receiving }: MovePlan,
  at: string,
): Promise<void> {
  await upsertRows(
    tx,
    'finding_redirects',
    [...redirects].map(([oldId, id]) => ({
      old_id: oldId,
      finding_id: id,
      at,
    })),
    {
      key: ['old_id'],
      merge: { finding_id: 'excluded.finding_id', at: 'excluded.at' },
    },
  );
  for (const table of ['finding_redirects', 'trail']) {
    await tx(table)
      .whereIn('finding_id', textSet(tx, redirects.keys()))
      .update({
        finding_id: tx('finding_redirects as r')
          .whereRaw('?? = ??', ['r.old_id', `${table}.finding_id`])
          .select('r.finding_id'),
      });
  }
  await tx('finding_redirects')
    .whereIn(
      'old_id',
      textSet(
        tx,
        receiving.map(({ after }) => after.id),
      ),
    )
    .delete();
}

function countedAs(finding: StoredFinding): Counted {
  const { subject_id, stage, state, severity_rank, fixable } = finding;
  return {
    subjectId: subject_id,
    stage,
    state,
    severityRank: severity_rank,
    fixable,
  };
}
