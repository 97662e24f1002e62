import type { Move } from './movesOf';
import type { StoredVerdict, WholeFindings } from './storedRows';

/**
 * What sources say follows their evidence. Where a source has evidence of both
 * findings, its words stay and go along; where it spoke of the other finding
 * already, its newest words count.
 */
export function moveVerdicts(
  moves: Move[],
  found: WholeFindings,
  targets: WholeFindings,
): {
  verdicts: StoredVerdict[];
  leftVerdicts: { finding_id: string; source: string }[];
} {
  const moved = new Set(
    moves.flatMap(({ evidence }) => evidence.map(({ row }) => row)),
  );
  const left = new Map<string, StoredVerdict>();
  const arriving: StoredVerdict[] = [];
  for (const { from, to, evidence, whole } of moves) {
    const sources = new Set(evidence.map(({ source }) => source));
    const staying = new Set(
      (found.evidence.get(from.id) ?? [])
        .filter(({ row }) => !moved.has(row))
        .map(({ source }) => source),
    );
    for (const verdict of found.verdicts.get(from.id) ?? []) {
      // The words of a source of which no evidence is kept go with the finding.
      if (!sources.has(verdict.source) && !whole) continue;
      arriving.push({ ...verdict, finding_id: to.id });
      if (!staying.has(verdict.source)) left.set(keyOf(verdict), verdict);
    }
  }
  const verdicts = new Map<string, StoredVerdict>();
  for (const verdict of arriving) {
    const key = keyOf(verdict);
    const existing = (targets.verdicts.get(verdict.finding_id) ?? []).find(
      ({ source }) => source === verdict.source && !left.has(key),
    );
    const known = verdicts.get(key) ?? existing;
    if (!known || known.changed_at < verdict.changed_at) {
      verdicts.set(key, verdict);
    }
  }
  return {
    verdicts: [...verdicts.values()],
    leftVerdicts: [...left.values()].map(({ finding_id, source }) => ({
      finding_id,
      source,
    })),
  };
}

function keyOf(verdict: { finding_id: string; source: string }): string {
  return `${verdict.finding_id} ${verdict.source}`;
}
