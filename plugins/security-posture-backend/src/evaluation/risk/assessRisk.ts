import type {
  JudgedCheck,
  Risk,
} from 'backstage-plugin-security-posture-common';
import type { ComponentFacts } from '../../model/facts';
import type { CheckContext } from '../Check';
import { checks } from '../checks';
import { coverageOf } from './coverage';
import { factorsOf, stageScoresOf } from './factors';
import { gradeOf } from './grade';
import { capsOfFindings } from './gradeCaps';
import { scoreOf } from './hazard';
import type { WeightOf } from './judgedFindings';
import { knownStages } from './knownStages';
import { riskModel, riskOf, withUnknownFailing } from './riskModel';
import { contextOf } from './surroundings';

/** More factors are counted, and not listed. */
const MAX_FACTORS = 50;

const weights = new Map(checks.map(({ id, weight }) => [id, weight]));

/** The weight that the catalogue gives a check. */
export const weightOfCheck: WeightOf = id => weights.get(id) ?? 0;

/**
 * The risk of a component: the chance, from 0 to 100, that any of what is known
 * leads to harm, if all of it were independent.
 *
 * - Each stage adds up its findings (see `chanceOf`) and its failed checks (the
 *   check's weight; half of it for a warning; nothing while an exception covers
 *   it) as `1 - product(1 - chance)`. What a check with a weight found counts
 *   through the check; what no such check judges counts on its own.
 * - What surrounds it (exposure, privileges, secrets, tier) multiplies the odds
 *   of the stage build by up to 2.5.
 * - The whole is `1 - (1 - build)(1 - deploy)(1 - runtime)`.
 *
 * The score counts what is known and nothing else, so that it may fall when a
 * check that failed is no longer known; the grade does not improve (see
 * `gradeOf`). Every further finding raises the score, or leaves it. Licences,
 * and whatever else adds nothing, are no factors. The result does not depend on
 * the order of the findings.
 */
export function assessRisk(
  facts: ComponentFacts,
  judged: readonly JudgedCheck[],
  { now }: Pick<CheckContext, 'now'>,
  weightOf: WeightOf = weightOfCheck,
): Risk {
  const model = riskModel(facts, judged, now, weightOf);
  const { burden, surroundings, estimated } = model;
  const coverage = coverageOf(judged);
  const known = knownStages(facts, judged);
  const score =
    known.size > 0 ? scoreOf(riskOf(burden, surroundings)) : undefined;
  const { factors, total } = factorsOf(model, MAX_FACTORS);
  return {
    ...(score === undefined ? {} : { score }),
    ...gradeOf({
      score,
      worstScore: scoreOf(
        riskOf(withUnknownFailing(burden, judged, weightOf), surroundings),
      ),
      coverage,
      caps: capsOfFindings(facts.findings, now),
    }),
    coverage: coverage.share,
    estimated,
    stages: stageScoresOf(model, known),
    context: contextOf(surroundings, burden),
    factors,
    factorsTotal: total,
  };
}
