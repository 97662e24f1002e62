import type {
  ActionKind,
  JudgedCheck,
} from 'backstage-plugin-security-posture-common';
import type { FindingFacts } from '../../model/facts';
import type {
  EffectiveProposal,
  PlannedComponent,
  Proposer,
  Words,
} from './Action';
import { configure } from './proposers/configure';
import { investigate } from './proposers/investigate';
import { mend } from './proposers/mend';
import { rebuild } from './proposers/rebuild';
import { rollOut } from './proposers/rollOut';
import { rotate } from './proposers/rotate';
import { scan } from './proposers/scan';
import { upgrade } from './proposers/upgrade';
import type { Cure, FailedCheck } from './RemainingRisk';

/** What a candidate does on one component. */
export interface CandidatePart {
  component: PlannedComponent;
  cure: Cure;
  toldChecks: readonly JudgedCheck[];
}

/** Something that could be done next, on one component or on several. */
export interface Candidate {
  id: string;
  kind: ActionKind;
  parts: CandidatePart[];
  /** Tells what it does, given what it still ends; parts without an effect are left out. */
  describe(
    effects: readonly {
      part: CandidatePart;
      findings: readonly FindingFacts[];
      checks: readonly JudgedCheck[];
    }[],
  ): Words;
}

/** Everything that could be done for some components. */
export function candidatesFor(
  components: readonly PlannedComponent[],
): Candidate[] {
  const special = [
    ...candidatesBy(rollOut, components),
    ...candidatesBy(upgrade, components),
    ...candidatesBy(rebuild, components),
    ...candidatesBy(configure, components),
    ...candidatesBy(rotate, components),
    ...candidatesBy(investigate, components),
    ...candidatesBy(scan, components),
  ];
  return [...special, ...candidatesBy(mend(coverageBy(special)), components)];
}

function candidatesBy<T>(
  { kind, propose, describe }: Proposer<T>,
  components: readonly PlannedComponent[],
): Candidate[] {
  const found = new Map<
    string,
    { candidate: Candidate; details: Map<CandidatePart, T> }
  >();
  for (const component of components) {
    for (const { id, cure, toldChecks = [], details } of propose(component)) {
      const known = found.get(id) ?? newCandidate(id);
      const part = { component, cure, toldChecks };
      known.candidate.parts.push(part);
      known.details.set(part, details);
      found.set(id, known);
    }
  }
  return [...found.values()].map(({ candidate }) => candidate);

  function newCandidate(id: string) {
    const detailsOf = new Map<CandidatePart, T>();
    const candidate: Candidate = {
      id,
      kind,
      parts: [],
      describe: effects =>
        describe(
          effects.flatMap(({ part, findings, checks }) => {
            const details = detailsOf.get(part);
            const { component } = part;
            return details === undefined
              ? []
              : ([
                  { component, findings, checks, details },
                ] satisfies EffectiveProposal<T>[]);
          }),
        ),
    };
    return { candidate, details: detailsOf };
  }
}

/** Whether some candidates, all done, end a check or a finding. */
function coverageBy(candidates: readonly Candidate[]) {
  const flaws = new Map<PlannedComponent, Set<number>>();
  const ended = new Set<FailedCheck>();
  for (const { component, cure } of candidates.flatMap(({ parts }) => parts)) {
    const known = flaws.get(component) ?? new Set();
    for (const flaw of cure.flaws) known.add(flaw);
    for (const check of cure.checks ?? []) ended.add(check);
    flaws.set(component, known);
  }
  return (
    component: PlannedComponent,
    item: FailedCheck | FindingFacts,
  ): boolean => {
    const known = flaws.get(component) ?? new Set();
    if ('ways' in item) {
      return (
        ended.has(item) ||
        item.ways.some(way => way.every(flaw => known.has(flaw)))
      );
    }
    return known.has(component.remaining.flawOf(item));
  };
}
