import type {
  JudgedCheck,
  RiskFactor,
  Stage,
} from 'backstage-plugin-security-posture-common';
import { logRiskOf, logRiskOfBuild, scoreOf } from './hazard';
import {
  type RiskModel,
  riskOf,
  type RiskTerm,
  withoutTerm,
} from './riskModel';
import { multiplierOf } from './surroundings';

/** A term, and how far `-ln(1 - risk)` falls without it. */
interface WeighedTerm {
  term: RiskTerm;
  weight: number;
}

/**
 * What a risk is made of, the largest first, each weighed by how far the
 * logarithm of the risk falls if it alone were gone: unlike the fall of the risk
 * itself that stays above zero where others saturate the risk, and it gives the
 * same order. One pass, since a term is subtracted from sums.
 */
export function factorsOf(
  model: RiskModel,
  limit: number,
): { factors: RiskFactor[]; total: number } {
  const { burden, surroundings } = model;
  const log = riskOf(burden, surroundings);
  const multiplier = multiplierOf(surroundings, burden);
  const logOfBuild = logRiskOfBuild(burden.build, multiplier);
  const weighed: WeighedTerm[] = [];
  for (const term of model.terms) {
    const weight = weigh(term);
    if (weight > 0) weighed.push({ term, weight });
  }
  weighed.sort(
    (a, b) => b.weight - a.weight || compare(idOf(a.term), idOf(b.term)),
  );
  // In their order, so that the sum does not depend on the order of the facts.
  let sum = 0;
  for (const { weight } of weighed) sum += weight;
  return {
    total: weighed.length,
    factors: weighed
      .slice(0, limit)
      .map(({ term, weight }) =>
        factorOf(term, weight / sum, scoreOf(log - weight)),
      ),
  };

  function weigh(term: RiskTerm): number {
    if (term.check) {
      return log - riskOf(withoutTerm(burden, term), surroundings);
    }
    return term.stage === 'build'
      ? logOfBuild - logRiskOfBuild(burden.build - term.hazard, multiplier)
      : logRiskOf(term.hazard);
  }
}

/** The risk of each stage alone, 0 to 100, if something is known of it. */
export function stageScoresOf(
  { burden, surroundings }: Pick<RiskModel, 'burden' | 'surroundings'>,
  known: ReadonlySet<Stage>,
): Partial<Record<Stage, number>> {
  const risks: Record<Stage, number> = {
    build: logRiskOfBuild(burden.build, multiplierOf(surroundings, burden)),
    deploy: logRiskOf(burden.deploy),
    runtime: logRiskOf(burden.runtime),
  };
  const scores: Partial<Record<Stage, number>> = {};
  for (const stage of known) scores[stage] = scoreOf(risks[stage]);
  return scores;
}

function idOf({ finding, check }: RiskTerm): string {
  return finding ? finding.id : check.checkId;
}

function factorOf(
  { stage, finding, check }: RiskTerm,
  share: number,
  without: number,
): RiskFactor {
  if (finding) {
    const { id, title, subject } = finding;
    const kind = finding.kind === 'alert' ? 'alert' : 'finding';
    return { id, kind, stage, title, subject, share, without };
  }
  const { checkId: id, title } = check;
  const subject = subjectOf(check);
  return subject
    ? { id, kind: 'check', stage, title, subject, share, without }
    : { id, kind: 'check', stage, title, share, without };
}

/** The subject of a check that speaks of one alone. */
function subjectOf({ evidence, result }: JudgedCheck) {
  let only: RiskFactor['subject'];
  for (const item of evidence) {
    if (item.result !== result) continue;
    if (only) return undefined;
    only = item.subject;
  }
  return only;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
