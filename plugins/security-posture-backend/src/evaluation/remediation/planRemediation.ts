import type {
  JudgedCheck,
  RemediationAction,
  Risk,
} from 'backstage-plugin-security-posture-common';
import type { ComponentFacts, FindingFacts } from '../../model/facts';
import type { CheckContext } from '../Check';
import { coverageOf, rounded, weightOfCheck, type WeightOf } from '../risk';
import type { PlannedComponent } from './Action';
import { rolloutsOf } from './awaitingRollout';
import {
  type Candidate,
  type CandidatePart,
  candidatesFor,
} from './candidates';
import { RemainingRisk } from './RemainingRisk';

export interface AssessedComponent {
  facts: ComponentFacts;
  judged: readonly JudgedCheck[];
  risk: Risk;
}

export interface PlanOptions {
  /** How many actions at most. */
  limit: number;
  weightOf?: WeightOf;
}

/** Findings beyond are counted, and not listed. */
const MAX_FINDINGS = 50;

/**
 * What it is worth to know everything of a component without a risk, in points:
 * what nobody looked at may hold anything. The higher the risk that is known,
 * the less the rest could add.
 */
const WORTH_OF_COVERAGE = 20;

/** How much a candidate would change now. */
interface Gain {
  /** Points of risk, and coverage at what it is worth; the points of all components added up. */
  points: number;
  /** How far `ln(1 - risk)` rises: tells what helps while the risk is saturated. */
  log: number;
  /** 0 to 1. */
  coverage: number;
}

/**
 * What to do first, for a component or for the components of a team: the action
 * that lowers the risk most, then the one that lowers most what is left, and so
 * on. Nothing is listed that changes nothing. `riskBefore` of an action is
 * `riskAfter` of the one before it; with several components it is the sum of
 * their risks, and may pass 100.
 *
 * A check passes once all that it found has ended; it is not judged anew.
 */
export function planRemediation(
  assessed: readonly AssessedComponent[],
  context: CheckContext,
  { limit, weightOf = weightOfCheck }: PlanOptions,
): RemediationAction[] {
  const components = plannedComponents(assessed, context, weightOf);
  const applicable = components.reduce(
    (sum, { judged }) => sum + coverageOf(judged).applicable,
    0,
  );
  const left = new Map<Candidate, Gain>();
  for (const candidate of candidatesFor(components)) {
    left.set(candidate, gainOf(candidate, applicable));
  }
  const actions: RemediationAction[] = [];
  while (actions.length < limit) {
    const best = bestOf(left);
    if (!best) break;
    const [candidate, gain] = best;
    left.delete(candidate);
    actions.push(carryOut(candidate, gain, components));
    const changed = new Set(candidate.parts.map(({ component }) => component));
    for (const other of left.keys()) {
      if (other.parts.some(({ component }) => changed.has(component))) {
        left.set(other, gainOf(other, applicable));
      }
    }
  }
  return actions;
}

function plannedComponents(
  assessed: readonly AssessedComponent[],
  { policy, now }: CheckContext,
  weightOf: WeightOf,
): PlannedComponent[] {
  return [...assessed]
    .sort((a, b) =>
      a.facts.component.entityRef < b.facts.component.entityRef ? -1 : 1,
    )
    .map(({ facts, judged, risk }) => ({
      facts,
      judged,
      remaining: new RemainingRisk(facts, judged, now, weightOf),
      awaitingRollout: new Set(
        rolloutsOf(facts).flatMap(({ findingIds }) => findingIds),
      ),
      isRiskKnown: risk.score !== undefined,
      policy,
      now,
    }));
}

function gainOf({ parts }: Candidate, applicable: number): Gain {
  const gain: Gain = { points: 0, log: 0, coverage: 0 };
  for (const { component, cure, toldChecks } of parts) {
    const { remaining } = component;
    const before = remaining.log;
    const after = remaining.logOf(remaining.effectOf(cure).burden);
    // Taken from what is left of certainty, which keeps its digits near a risk of 100.
    gain.points += 100 * (Math.exp(-after) - Math.exp(-before));
    gain.log += before - after;
    if (applicable > 0) {
      const told = toldChecks.length / applicable;
      gain.coverage += told;
      gain.points += told * WORTH_OF_COVERAGE * Math.exp(-after);
    }
  }
  return gain;
}

/** The best of what is left; undefined if nothing changes anything. */
function bestOf(
  left: ReadonlyMap<Candidate, Gain>,
): [Candidate, Gain] | undefined {
  let best: [Candidate, Gain] | undefined;
  for (const entry of left) {
    const [, { log, coverage }] = entry;
    if (log <= 0 && coverage <= 0) continue;
    if (!best || isBetter(entry, best)) best = entry;
  }
  return best;
}

function isBetter(
  [candidate, gain]: [Candidate, Gain],
  [other, otherGain]: [Candidate, Gain],
): boolean {
  if (gain.points !== otherGain.points) return gain.points > otherGain.points;
  if (gain.log !== otherGain.log) return gain.log > otherGain.log;
  // What reaches further than it has to is more work.
  const work = cureSize(candidate) - cureSize(other);
  return work === 0 ? candidate.id < other.id : work < 0;
}

function cureSize({ parts }: Candidate): number {
  return parts.reduce((sum, { cure }) => sum + cure.flaws.length, 0);
}

function carryOut(
  candidate: Candidate,
  gain: Gain,
  components: readonly PlannedComponent[],
): RemediationAction {
  const effects = candidate.parts
    .map(part => ({ part, ...part.component.remaining.effectOf(part.cure) }))
    .filter(
      ({ part, findings, checks }) =>
        findings.length + checks.length + part.toldChecks.length > 0,
    );
  const words = candidate.describe(effects);
  const riskBefore = riskOfAll(components);
  for (const { part } of effects) part.component.remaining.apply(part.cure);
  const findings = unique(effects.flatMap(effect => effect.findings));
  return {
    id: candidate.id,
    kind: candidate.kind,
    ...words,
    ...(riskBefore === undefined
      ? {}
      : { riskBefore, riskAfter: riskOfAll(components) }),
    ...(gain.coverage > 0 ? { coverageGain: gain.coverage } : {}),
    findingIds: findings.slice(0, MAX_FINDINGS).map(({ id }) => id),
    findings: findings.length,
    critical: findings.filter(({ severity }) => severity === 'critical').length,
    checkIds: [...new Set(effects.flatMap(checkIdsOf))],
    components: effects.map(
      ({ part }) => part.component.facts.component.entityRef,
    ),
  };
}

function checkIdsOf(effect: {
  part: CandidatePart;
  checks: readonly JudgedCheck[];
}): string[] {
  return [...effect.checks, ...effect.part.toldChecks].map(
    ({ checkId }) => checkId,
  );
}

/** The same finding may belong to several components. */
function unique(findings: readonly FindingFacts[]): FindingFacts[] {
  return [...new Map(findings.map(finding => [finding.id, finding])).values()];
}

/** The risks of all components, added up; undefined if none is known. */
function riskOfAll(components: readonly PlannedComponent[]) {
  const known = components.filter(({ isRiskKnown }) => isRiskKnown);
  if (known.length === 0) return undefined;
  return rounded(
    known.reduce(
      (sum, { remaining }) => sum - 100 * Math.expm1(-remaining.log),
      0,
    ),
  );
}
