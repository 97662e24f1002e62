import { mergeFindings, type Part } from './mergeFindings';
import { mergeObservations } from './mergeObservations';
import type { Move } from './movesOf';
import { moveVerdicts } from './moveVerdicts';
import { splitFinding } from './splitFinding';
import type {
  StoredFinding,
  StoredObservation,
  StoredVerdict,
  WholeFindings,
} from './storedRows';

/** What the store has to do for findings to follow canonical ids. */
export interface MovePlan {
  /** Findings that get evidence, as they were and as they become. */
  receiving: { before?: StoredFinding; after: StoredFinding }[];
  /** From each finding of which nothing is left to the one that it became part of. */
  redirects: Map<string, string>;
  observations: StoredObservation[];
  leftObservations: { finding_id: string; scope_id: string }[];
  verdicts: StoredVerdict[];
  leftVerdicts: { finding_id: string; source: string }[];
}

/**
 * @param found - the findings that moves lead away from
 * @param targets - those of the findings that they lead to that exist
 */
export function planMoves(
  moves: Move[],
  found: WholeFindings,
  targets: WholeFindings,
): MovePlan {
  const byTarget = new Map<string, Move[]>();
  for (const move of inOrder(moves)) {
    byTarget.set(move.to.id, [...(byTarget.get(move.to.id) ?? []), move]);
  }
  const redirects = new Map(
    moves
      .filter(({ whole, from }) => whole && !byTarget.has(from.id))
      .map(({ from, to }) => [from.id, to.id]),
  );
  const leftObservations = moves.flatMap(({ evidence }) =>
    evidence.map(({ row: { finding_id, scope_id } }) => ({
      finding_id,
      scope_id,
    })),
  );
  const left = new Set(leftObservations.map(keyOf));
  const receiving: MovePlan['receiving'] = [];
  const observations: StoredObservation[] = [];
  for (const [id, arriving] of byTarget) {
    const [{ to }] = arriving;
    const before = targets.findings.get(id);
    const parts = arriving.map((move): Part => {
      const finding = move.whole ? move.from : splitFinding(move);
      return { finding, judged: move.whole };
    });
    const [first, ...others] = parts;
    const after = mergeFindings(
      to,
      before
        ? [{ finding: before, judged: true }, ...parts]
        : [first, ...others],
    );
    receiving.push({ before, after });
    const staying = (targets.evidence.get(id) ?? [])
      .map(({ row }) => row)
      .filter(row => !left.has(keyOf(row)));
    observations.push(...arrived(arriving, staying));
  }
  return {
    receiving,
    redirects,
    observations,
    leftObservations,
    ...moveVerdicts(moves, found, targets),
  };
}

/** The oldest first, whatever the order in which the database gave them. */
function inOrder(moves: Move[]): Move[] {
  const rank = ({ from }: Move) => `${from.first_seen_at} ${from.id}`;
  return [...moves].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** The rows that a finding gets, each merged with what it has of the same scope. */
function arrived(
  moves: Move[],
  staying: StoredObservation[],
): StoredObservation[] {
  const known = new Map(staying.map(row => [row.scope_id, row]));
  const changed = new Map<string, StoredObservation>();
  for (const { to, evidence } of moves) {
    for (const { row } of evidence) {
      const moved = { ...row, finding_id: to.id };
      const other = changed.get(row.scope_id) ?? known.get(row.scope_id);
      changed.set(
        row.scope_id,
        other ? mergeObservations(other, moved, to.problem) : moved,
      );
    }
  }
  return [...changed.values()];
}

function keyOf(row: { finding_id: string; scope_id: string }): string {
  return `${row.finding_id} ${row.scope_id}`;
}
