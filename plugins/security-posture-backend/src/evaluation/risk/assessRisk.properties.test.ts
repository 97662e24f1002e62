import fc from 'fast-check';
import type {
  CheckResult,
  JudgedCheck,
  Risk,
} from 'backstage-plugin-security-posture-common';
import type { ComponentFacts } from '../../model/facts';
import {
  arbitraryComponent,
  arbitraryFinding,
  arbitraryGoodComponent,
  arbitraryWeightOf,
} from '../__testUtils__/arbitraryFacts';
import { now } from '../__testUtils__/facts';
import { assessRisk } from './assessRisk';
import { rankOfGrade } from './grade';
import { UNKNOWN_SHARE } from './riskModel';

function assess(facts: ComponentFacts, judged: JudgedCheck[]): Risk {
  return assessRisk(facts, judged, { now }, arbitraryWeightOf);
}

/** Without data there is no score, and nothing to be below. */
const scoreOf = ({ score = 0 }: Risk) => score;

function expectNoBetter(after: Risk, before: Risk) {
  expect(rankOfGrade(after.grade)).toBeGreaterThanOrEqual(
    rankOfGrade(before.grade),
  );
}

/** Replaces each check in turn, and says what it was. */
function replaced(
  judged: JudgedCheck[],
  change: (check: JudgedCheck) => JudgedCheck,
): JudgedCheck[][] {
  return judged.map((_, at) =>
    judged.map((check, i) => (i === at ? change(check) : check)),
  );
}

const cleared = (check: JudgedCheck, result: CheckResult): JudgedCheck => ({
  ...check,
  result,
  evidence: [],
  evidenceTotal: 0,
  exceptionId: undefined,
});

const unknown = (check: JudgedCheck) => cleared(check, 'unknown');

const listingAll = (check: JudgedCheck): JudgedCheck => ({
  ...check,
  evidenceTotal: check.evidence.length,
});

const anyComponent = fc.oneof(arbitraryComponent, arbitraryGoodComponent);

const holds = (
  property: (component: {
    facts: ComponentFacts;
    judged: JudgedCheck[];
  }) => void,
) => fc.assert(fc.property(anyComponent, property), { numRuns: 400 });

describe('the risk of any component', () => {
  it('does not fall, nor the grade improve, by a further finding', () => {
    fc.assert(
      fc.property(
        anyComponent,
        arbitraryFinding,
        ({ facts, judged }, finding) => {
          const before = assess(facts, judged);
          const after = assess(
            { ...facts, findings: [...facts.findings, finding] },
            judged,
          );
          expect(scoreOf(after)).toBeGreaterThanOrEqual(scoreOf(before));
          expectNoBetter(after, before);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('does not rise, nor the grade worsen, by a fix', () => {
    holds(({ facts, judged: checks }) => {
      // One that lists only some of what it found stands for the like of it.
      const judged = checks.map(listingAll);
      const before = assess(facts, judged);
      for (const fixed of facts.findings) {
        const findings = facts.findings.filter(finding => finding !== fixed);
        const after = assess({ ...facts, findings }, judged);
        expect(scoreOf(after)).toBeLessThanOrEqual(scoreOf(before));
        expectNoBetter(before, after);
      }
    });
  });

  it('does not get a better grade by knowing less', () => {
    expect(UNKNOWN_SHARE).toBe(1);
    holds(({ facts, judged }) => {
      const before = assess(facts, judged);
      for (const less of replaced(judged, unknown)) {
        expectNoBetter(assess(facts, less), before);
      }
      expectNoBetter(assess(facts, judged.map(unknown)), before);
    });
  });

  it('does not fall because a check fails that was unknown or passed', () => {
    holds(({ facts, judged }) => {
      const passing = judged.map(check =>
        check.result === 'fail' ? check : cleared(check, 'pass'),
      );
      const before = assess(facts, passing);
      for (const worse of replaced(passing, check => ({
        ...check,
        result: 'fail',
        exceptionId: undefined,
      }))) {
        expect(scoreOf(assess(facts, worse))).toBeGreaterThanOrEqual(
          scoreOf(before),
        );
      }
    });
  });

  it('is bounded, and made of its factors', () => {
    holds(({ facts, judged }) => {
      const {
        score = 0,
        stages,
        factors,
        factorsTotal,
        ...risk
      } = assess(facts, judged);
      for (const value of [score, ...Object.values(stages)]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(100);
      }
      expect(score).toBeGreaterThanOrEqual(
        Math.max(...Object.values(stages)) - 0.01,
      );
      expect(risk.coverage).toBeGreaterThanOrEqual(0);
      expect(risk.coverage).toBeLessThanOrEqual(1);
      expect(factors).toHaveLength(factorsTotal);
      for (const { without } of factors) {
        expect(without).toBeLessThanOrEqual(score);
        expect(without).toBeGreaterThanOrEqual(0);
      }
      if (factors.length > 0) {
        expect(factors.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(
          1,
          9,
        );
      }
      expect(factors.map(({ share }) => share)).toEqual(
        factors.map(({ share }) => share).sort((a, b) => b - a),
      );
    });
  });

  it('is without a factor what it would be had it never been there', () => {
    holds(({ facts, judged: checks }) => {
      const judged = checks.map(listingAll);
      for (const { id, kind, without } of assess(facts, judged).factors) {
        const rest =
          kind === 'check'
            ? assess(
                facts,
                judged.map(check =>
                  check.checkId === id
                    ? { ...check, exceptionId: 'e-1', result: 'warn' }
                    : check,
                ),
              )
            : assess(
                {
                  ...facts,
                  findings: facts.findings.filter(finding => finding.id !== id),
                },
                judged,
              );
        expect(without).toBeCloseTo(scoreOf(rest), 1);
      }
    });
  });

  it('does not depend on the order of findings and workloads', () => {
    holds(({ facts, judged }) => {
      expect(
        assess(
          {
            ...facts,
            findings: [...facts.findings].reverse(),
            workloads: [...facts.workloads].reverse(),
          },
          judged,
        ),
      ).toEqual(assess(facts, judged));
    });
  });

  it('multiplies the odds by what the context lists', () => {
    holds(({ facts, judged }) => {
      const { context } = assess(facts, judged);
      const product = context.reduce((all, { factor }) => all * factor, 1);
      expect(product).toBeGreaterThanOrEqual(1);
      expect(product).toBeLessThanOrEqual(2.5 + 1e-9);
    });
  });
});
