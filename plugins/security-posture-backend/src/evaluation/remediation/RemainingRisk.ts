import type { JudgedCheck } from 'backstage-plugin-security-posture-common';
import type { ComponentFacts, FindingFacts } from '../../model/facts';
import {
  type Burden,
  hasFailed,
  type RiskModel,
  riskModel,
  riskOf,
  type RiskTerm,
  type WeightOf,
  withoutTerm,
} from '../risk';
import { waysToEnd } from './waysToEnd';

/** Something that an action can end: a finding, or one piece of evidence of a failed check. */
export interface Flaw {
  finding?: FindingFacts;
  check?: FailedCheck;
}

/** A failed check that no exception covers, and what has to end for it to pass. */
export interface FailedCheck {
  judged: JudgedCheck;
  /** Any of these groups of flaws, in whole; flaws of one group by their index. */
  ways: number[][];
  /** Indices of the flaws that are its failing evidence, in order. */
  evidence: number[];
}

/** What an action ends on a component: flaws, and checks as such. */
export interface Cure {
  flaws: readonly number[];
  checks?: readonly FailedCheck[];
}

/** What is different after a cure. */
export interface Effect {
  burden: Burden;
  findings: FindingFacts[];
  checks: JudgedCheck[];
}

/** What is left of the risk of a component while a plan is made, action by action. */
export class RemainingRisk {
  readonly flaws: Flaw[] = [];
  readonly checks: FailedCheck[] = [];
  readonly #model: RiskModel;
  readonly #flawOfFinding = new Map<string, number>();
  readonly #termOfFinding = new Map<string, RiskTerm>();
  readonly #termOfCheck = new Map<string, RiskTerm>();
  /** For each flaw, the checks that it keeps from passing. */
  readonly #checksOf: FailedCheck[][] = [];
  readonly #ended = new Set<number>();
  readonly #endedChecks = new Set<FailedCheck>();
  #burden: Burden;

  constructor(
    facts: ComponentFacts,
    judged: readonly JudgedCheck[],
    now: Date,
    weightOf: WeightOf,
  ) {
    this.#model = riskModel(facts, judged, now, weightOf);
    this.#burden = this.#model.burden;
    for (const term of this.#model.terms) {
      if (term.finding) this.#termOfFinding.set(term.finding.id, term);
      else this.#termOfCheck.set(term.check.checkId, term);
    }
    for (const finding of facts.findings) {
      this.#flawOfFinding.set(finding.id, this.#add({ finding }));
    }
    for (const check of judged) {
      if (hasFailed(check) && check.exceptionId === undefined) {
        this.#addCheck(check);
      }
    }
  }

  /** `-ln(1 - risk)` of what is left. */
  get log(): number {
    return this.logOf(this.#burden);
  }

  logOf(burden: Burden): number {
    return riskOf(burden, this.#model.surroundings);
  }

  /** Whether a finding adds to the risk by itself, rather than through a check. */
  countsAlone({ id }: FindingFacts): boolean {
    return this.#termOfFinding.has(id);
  }

  /** Whether a failed check adds to the risk. */
  hasRisk({ judged }: FailedCheck): boolean {
    return this.#termOfCheck.has(judged.checkId);
  }

  flawOf({ id }: FindingFacts): number {
    return this.#flawOfFinding.get(id) ?? -1;
  }

  /** What would be different after a cure; nothing that ended before counts. */
  effectOf({ flaws, checks = [] }: Cure): Effect {
    let burden = this.#burden;
    const ending = new Set<number>();
    const findings: FindingFacts[] = [];
    const touched = new Set<FailedCheck>(checks);
    for (const flaw of flaws) {
      if (flaw < 0 || this.#ended.has(flaw) || ending.has(flaw)) continue;
      ending.add(flaw);
      for (const check of this.#checksOf[flaw]) touched.add(check);
      const { finding } = this.flaws[flaw];
      if (!finding) continue;
      findings.push(finding);
      const term = this.#termOfFinding.get(finding.id);
      if (term) burden = withoutTerm(burden, term);
    }
    const passing: JudgedCheck[] = [];
    for (const check of touched) {
      if (this.#endedChecks.has(check)) continue;
      if (!checks.includes(check) && !this.#ends(check, ending)) continue;
      passing.push(check.judged);
      const term = this.#termOfCheck.get(check.judged.checkId);
      if (term) burden = withoutTerm(burden, term);
    }
    return { burden, findings, checks: passing };
  }

  /** Takes a cure as done. */
  apply(cure: Cure): void {
    const { burden, checks } = this.effectOf(cure);
    this.#burden = burden;
    for (const flaw of cure.flaws) this.#ended.add(flaw);
    for (const check of this.checks) {
      if (checks.includes(check.judged)) this.#endedChecks.add(check);
    }
  }

  #ends({ ways }: FailedCheck, ending: ReadonlySet<number>): boolean {
    return ways.some(way =>
      way.every(flaw => this.#ended.has(flaw) || ending.has(flaw)),
    );
  }

  #add(flaw: Flaw): number {
    this.#checksOf.push([]);
    return this.flaws.push(flaw) - 1;
  }

  #addCheck(judged: JudgedCheck): void {
    const check: FailedCheck = { judged, ways: [], evidence: [] };
    const findings: number[] = [];
    const others: number[] = [];
    for (const { result, id } of judged.evidence) {
      if (result !== 'fail' && result !== 'warn') continue;
      const known = id === undefined ? undefined : this.#flawOfFinding.get(id);
      const flaw = known ?? this.#add({ check });
      check.evidence.push(flaw);
      (known === undefined ? others : findings).push(flaw);
    }
    check.ways = waysToEnd(judged, findings, others);
    for (const flaw of new Set(check.ways.flat())) {
      this.#checksOf[flaw].push(check);
    }
    this.checks.push(check);
  }
}
