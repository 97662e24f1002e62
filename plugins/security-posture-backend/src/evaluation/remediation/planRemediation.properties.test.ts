import fc from 'fast-check';
import type {
  JudgedCheck,
  RemediationAction,
} from 'backstage-plugin-security-posture-common';
import type { ComponentFacts } from '../../model/facts';
import {
  arbitraryComponent,
  arbitraryWeightOf,
} from '../__testUtils__/arbitraryFacts';
import { checkContext, now } from '../__testUtils__/facts';
import { assessRisk } from '../risk';
import { planRemediation } from './planRemediation';

type Component = { facts: ComponentFacts; judged: JudgedCheck[] };

function assessed({ facts, judged }: Component) {
  return {
    facts,
    judged,
    risk: assessRisk(facts, judged, { now }, arbitraryWeightOf),
  };
}

function plan(...components: Component[]): RemediationAction[] {
  return planRemediation(components.map(assessed), checkContext(), {
    limit: 100,
    weightOf: arbitraryWeightOf,
  });
}

const named = (component: Component, name: string): Component => ({
  ...component,
  facts: {
    ...component.facts,
    component: {
      ...component.facts.component,
      entityRef: `component:default/${name}`,
    },
  },
});

/** Checks list all that they found, so that leaving out a finding leaves the like of it. */
const component = arbitraryComponent.map(({ facts, judged }) => ({
  facts,
  judged: judged.map(check => ({
    ...check,
    evidenceTotal: check.evidence.length,
  })),
}));

const holds = (property: (component: Component) => void) =>
  fc.assert(fc.property(component, property), { numRuns: 200 });

describe('the plan of any component', () => {
  it('is a chain that never rises', () => {
    holds(given => {
      const actions = plan(given);
      let { score } = assessed(given).risk;
      for (const { riskBefore, riskAfter, coverageGain = 0 } of actions) {
        expect(riskBefore).toBe(score);
        if (score !== undefined) {
          expect(riskAfter).toBeLessThanOrEqual(score);
        } else expect(coverageGain).toBeGreaterThan(0);
        score = riskAfter;
      }
    });
  });

  it('ends at the risk without all that it lists', () => {
    holds(({ facts, judged }) => {
      const actions = plan({ facts, judged });
      const ended = new Set(actions.flatMap(({ findingIds }) => findingIds));
      const passed = new Set(actions.flatMap(({ checkIds }) => checkIds));
      const { score } = assessRisk(
        {
          ...facts,
          findings: facts.findings.filter(({ id }) => !ended.has(id)),
        },
        judged.map(check =>
          passed.has(check.checkId) &&
          (check.result === 'fail' || check.result === 'warn')
            ? // What it found is mended, what else it found is accepted.
              { ...check, result: 'warn', exceptionId: 'mended' }
            : check,
        ),
        { now },
        arbitraryWeightOf,
      );
      const last = actions.at(-1)?.riskAfter;
      if (last !== undefined && score !== undefined) expect(last).toBe(score);
    });
  });

  it('lists nothing that changes nothing, and no finding twice', () => {
    holds(({ facts, judged }) => {
      const actions = plan({ facts, judged });
      for (const { findings, checkIds, coverageGain = 0 } of actions) {
        expect(findings + checkIds.length + coverageGain).toBeGreaterThan(0);
      }
      const ids = actions.flatMap(({ findingIds }) => findingIds);
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  it('does not depend on the order of the facts', () => {
    holds(({ facts, judged }) => {
      const numbers = (actions: RemediationAction[]) =>
        actions.map(({ id, riskBefore, riskAfter, findings, checkIds }) => ({
          id,
          riskBefore,
          riskAfter,
          findings,
          checkIds: [...checkIds].sort(),
        }));
      expect(
        numbers(
          plan({
            facts: { ...facts, findings: [...facts.findings].reverse() },
            judged,
          }),
        ),
      ).toEqual(numbers(plan({ facts, judged })));
    });
  });
});

describe('the plan of a team', () => {
  it('adds up the risks of its components', () => {
    fc.assert(
      fc.property(component, component, (a, b) => {
        const team = [named(a, 'a'), named(b, 'b')];
        const total = team
          .map(item => assessed(item).risk.score ?? 0)
          .reduce((sum, score) => sum + score, 0);
        const actions = plan(...team);
        const [first] = actions;
        if (first?.riskBefore !== undefined) {
          expect(first.riskBefore).toBeCloseTo(total, 1);
        }
        expect(plan(...team.reverse())).toEqual(actions);
      }),
      { numRuns: 100 },
    );
  });

  it('is that of its only component', () => {
    holds(given => {
      const idle = named(given, 'idle');
      const nothing = {
        facts: { ...idle.facts, findings: [], sources: [] },
        judged: [],
      };
      const numbers = ({ id, findingIds, components }: RemediationAction) => ({
        id,
        findingIds,
        components,
      });
      expect(plan(given, nothing).map(numbers)).toEqual(
        plan(given).map(numbers),
      );
    });
  });
});
