import type {
  JudgedCheck,
  Stage,
} from 'backstage-plugin-security-posture-common';
import type { ComponentFacts, FindingFacts } from '../../model/facts';
import { chanceOf, isEstimated } from './chance';
import { type Burden, hazardOf, logRisk } from './hazard';
import {
  hasFailed,
  judgedMisconfigurations,
  type WeightOf,
} from './judgedFindings';
import {
  multiplierOf,
  privilegeOf,
  type Surroundings,
  surroundingsOf,
} from './surroundings';

/** What adds to the risk of its stage. */
export type RiskTerm = { stage: Stage; hazard: number } & (
  | { finding: FindingFacts; check?: undefined }
  | { check: JudgedCheck; finding?: undefined }
);

/** The risk of a component, taken apart. */
export interface RiskModel {
  /** What adds something, in no order: findings, and checks that no exception covers. */
  terms: RiskTerm[];
  burden: Burden;
  surroundings: Surroundings;
  estimated: boolean;
}

const WARNING = 0.5;

/**
 * The share of its weight with which a check without data counts in the grade.
 * It takes all of it for a grade never to improve by losing data: with less, a
 * component improves once a check that failed has no data. From a half on that
 * still holds for checks that warned, and always for those that passed.
 */
export const UNKNOWN_SHARE = 1;

/** Takes the risk of a component apart; see `assessRisk` for what counts how. */
export function riskModel(
  facts: ComponentFacts,
  judged: readonly JudgedCheck[],
  now: Date,
  weightOf: WeightOf,
): RiskModel {
  const { findings } = facts;
  const terms: RiskTerm[] = [];
  const burden: Burden = { build: 0, deploy: 0, runtime: 0, full: 0, some: 0 };
  const isJudged = judgedMisconfigurations(findings, judged, weightOf);
  let estimated = false;
  for (const finding of findings) {
    if (finding.kind === 'misconfiguration' && isJudged(finding)) continue;
    const hazard = hazardOf(chanceOf(finding, now));
    if (hazard === 0) continue;
    if (!estimated) estimated = isEstimated(finding);
    burden[finding.stage] += hazard;
    terms.push({ stage: finding.stage, hazard, finding });
  }
  for (const check of judged) {
    if (!hasFailed(check)) continue;
    // Accepted or not, it makes what is broken into more dangerous.
    addPrivilege(burden, check, 1);
    if (check.exceptionId !== undefined) continue;
    const hazard = hazardOfCheck(check, weightOf);
    // One without a weight of its own still counts if it grants privileges.
    if (hazard === 0 && !isPrivilege(check)) continue;
    burden[check.stage] += hazard;
    terms.push({ stage: check.stage, hazard, check });
  }
  return {
    terms,
    burden,
    surroundings: surroundingsOf(facts),
    estimated,
  };
}

/** The hazard of a failed check, and half the weight's if it warns. */
function hazardOfCheck(
  { checkId, result }: JudgedCheck,
  weightOf: WeightOf,
): number {
  return hazardOf(weightOf(checkId) * (result === 'warn' ? WARNING : 1));
}

/** Takes a term off a burden. */
export function withoutTerm(burden: Burden, term: RiskTerm): Burden {
  const left = { ...burden, [term.stage]: burden[term.stage] - term.hazard };
  if (term.check) addPrivilege(left, term.check, -1);
  return left;
}

/** The risk of a burden in its surroundings, `-ln(1 - risk)`. */
export function riskOf(burden: Burden, surroundings: Surroundings): number {
  return logRisk(burden, multiplierOf(surroundings, burden));
}

/** What the burden would be if every check that nothing tells about failed, as far as that counts. */
export function withUnknownFailing(
  burden: Burden,
  judged: readonly JudgedCheck[],
  weightOf: WeightOf,
): Burden {
  const worst = { ...burden };
  for (const check of judged) {
    if (check.result !== 'unknown') continue;
    worst[check.stage] += hazardOf(weightOf(check.checkId) * UNKNOWN_SHARE);
    const privilege = privilegeOf(check);
    if (privilege) worst[privilege] += 1;
  }
  return worst;
}

/** A warning is no certain privilege. */
function isPrivilege(check: JudgedCheck): boolean {
  return check.result === 'fail' && privilegeOf(check) !== undefined;
}

function addPrivilege(burden: Burden, check: JudgedCheck, by: 1 | -1): void {
  const privilege = privilegeOf(check);
  if (privilege && check.result === 'fail') burden[privilege] += by;
}
