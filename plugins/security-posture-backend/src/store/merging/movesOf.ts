import type { CanonicalChange } from '../../model/aliasGroups';
import { findingId } from '../../model/findingId';
import {
  comparePreference,
  vulnerabilityId,
} from '../../model/vulnerabilityId';
import type { Evidence, StoredFinding, WholeFindings } from './storedRows';

/** Evidence of a finding that turns out to be of another one. */
export interface Move {
  from: StoredFinding;
  to: { id: string; problem: string; locus: string };
  evidence: Evidence[];
  /** Nothing stays behind: the finding goes, with all that was said of it. */
  whole: boolean;
}

/** What an observation, or a finding of which none is kept, is of today. */
export interface Meaning {
  problem: string;
  /** Where it is; as before if absent. */
  locus?: string;
}

/**
 * What has to move after vulnerabilities got other canonical ids. The id that a
 * tool reported decides where its evidence belongs; a finding of which no
 * evidence is kept goes by its own.
 */
export function movesOf(
  changes: CanonicalChange[],
  found: WholeFindings,
): Move[] {
  const canonical = new Map(changes.map(({ id, after }) => [id, after]));
  return movesByMeaning(found, ({ problem }, evidence) => {
    const today = canonical.get(
      evidence ? vulnerabilityId(evidence.row.reported_id) : problem,
    );
    return today === undefined ? undefined : { problem: today };
  });
}

/**
 * What has to move to be where it belongs.
 *
 * @param meaningOf - asked for each observation, and for the finding itself;
 * undefined: what it is of now
 */
export function movesByMeaning(
  { findings, evidence }: WholeFindings,
  meaningOf: (
    finding: StoredFinding,
    evidence: Evidence | undefined,
  ) => Meaning | undefined,
): Move[] {
  return [...findings.values()].flatMap(from => {
    const own = evidence.get(from.id) ?? [];
    const moving = new Map<string, { to: Meaning; items: Evidence[] }>();
    for (const item of own) {
      const to = meaningOf(from, item);
      if (to === undefined || to.problem === from.problem) continue;
      const known = moving.get(to.problem);
      if (known) known.items.push(item);
      else moving.set(to.problem, { to, items: [item] });
    }
    const renamed = meaningOf(from, undefined);
    if (own.length === 0 && renamed && renamed.problem !== from.problem) {
      moving.set(renamed.problem, { to: renamed, items: [] });
    }
    const count = [...moving.values()].flatMap(({ items }) => items).length;
    const [heir] = [...moving.keys()].sort(comparePreference);
    const main =
      renamed && moving.has(renamed.problem) ? renamed.problem : heir;
    return [...moving.values()].map(({ to, items }) => ({
      from,
      to: targetOf(from, to),
      evidence: items,
      whole: count === own.length && to.problem === main,
    }));
  });
}

function targetOf(finding: StoredFinding, to: Meaning): Move['to'] {
  const { subject_id: subjectId, kind } = finding;
  const { problem, locus = finding.locus } = to;
  return {
    problem,
    locus,
    id: findingId({ subjectId, kind, problem, locus }),
  };
}
