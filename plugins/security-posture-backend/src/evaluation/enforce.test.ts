import {
  checkResults,
  enforcements,
  policyModes,
  type CheckResult,
  type Enforcement,
} from 'backstage-plugin-security-posture-common';
import type { PolicyRules } from '../model/policyRules';
import { checkContext, vulnerability } from './__testUtils__/facts';
import { failing, judgedCheck } from './__testUtils__/judgedCheck';
import { enforce, type Ruling } from './enforce';

const at = (enforcement: Enforcement) => ({
  build: enforcement,
  admission: 'off' as const,
});

function policyOf(
  checks: PolicyRules['checks'],
  changes: Partial<PolicyRules> = {},
): PolicyRules {
  const mode = { build: 'enforce', admission: 'enforce' } as const;
  return checkContext({ mode, checks, ...changes }).policy;
}

/** Where a ruling tells of a check. */
function placeOf(ruling: Ruling, checkId: string): string {
  const places = (
    ['violations', 'warnings', 'waived', 'unknown'] as const
  ).filter(place => ruling[place].some(item => item.checkId === checkId));
  expect(places.length).toBeLessThanOrEqual(1);
  return places[0] ?? 'nowhere';
}

describe('enforce', () => {
  it.each<[CheckResult, Enforcement, Enforcement, string]>([
    ['fail', 'block', 'off', 'violations'],
    ['fail', 'warn', 'off', 'warnings'],
    ['fail', 'off', 'block', 'nowhere'],
    // One that warns never blocks.
    ['warn', 'block', 'off', 'warnings'],
    ['warn', 'warn', 'off', 'warnings'],
    ['warn', 'off', 'off', 'nowhere'],
    // Unknown leads to what the policy says of it, and to nothing worse than a failure.
    ['unknown', 'block', 'off', 'unknown'],
    ['unknown', 'block', 'warn', 'warnings'],
    ['unknown', 'block', 'block', 'violations'],
    ['unknown', 'warn', 'block', 'warnings'],
    ['unknown', 'warn', 'off', 'unknown'],
    ['unknown', 'off', 'block', 'nowhere'],
    ['pass', 'block', 'block', 'nowhere'],
    ['not-applicable', 'block', 'block', 'nowhere'],
  ])(
    'tells of a check that is %s, where the policy says %s and %s of unknown: %s',
    (result, enforcement, unknown, place) => {
      const check = judgedCheck('a', result);
      const policy = policyOf({ a: at(enforcement) }, { unknown });
      const ruling = enforce([check], policy, 'build');
      expect(placeOf(ruling, 'a')).toBe(place);
      expect(ruling.result).toBe(place === 'violations' ? 'fail' : 'pass');
    },
  );

  it('fails on nothing but a violation, and only where it is enforced', () => {
    for (const mode of policyModes) {
      for (const enforcement of enforcements) {
        for (const result of checkResults) {
          const policy = policyOf(
            { a: at(enforcement) },
            { mode: { build: mode, admission: 'enforce' } },
          );
          const ruling = enforce([judgedCheck('a', result)], policy, 'build');
          expect(ruling).toMatchObject({ mode, point: 'build' });
          const blocks = ruling.violations.length > 0;
          expect(blocks).toBe(result === 'fail' && enforcement === 'block');
          expect(ruling.result === 'fail').toBe(blocks && mode === 'enforce');
        }
      }
    }
  });

  it('goes by what the policy says of its own place', () => {
    const policy = policyOf(
      { a: { build: 'block', admission: 'warn' } },
      { mode: { build: 'warn', admission: 'enforce' } },
    );
    const judged = [judgedCheck('a', 'fail')];
    expect(enforce(judged, policy, 'build')).toMatchObject({
      result: 'pass',
      mode: 'warn',
      violations: [{ checkId: 'a' }],
    });
    expect(enforce(judged, policy, 'admission')).toMatchObject({
      result: 'pass',
      mode: 'enforce',
      violations: [],
      warnings: [{ checkId: 'a' }],
    });
  });

  it('passes over what an exception covers, and tells until when', () => {
    const policy = policyOf({ a: at('block'), b: at('warn'), c: at('block') });
    const ruling = enforce(
      [
        judgedCheck('a', 'fail', { exceptionId: 'e1' }),
        judgedCheck('b', 'warn', { exceptionId: 'e2' }),
        judgedCheck('c', 'fail'),
      ],
      policy,
      'build',
      [
        { id: 'e1', checkId: 'a', expiresAt: '2026-12-01T00:00:00.000Z' },
        { id: 'e2', checkId: 'b' },
      ],
    );
    expect(ruling.violations.map(({ checkId }) => checkId)).toEqual(['c']);
    expect(
      ruling.waived.map(({ checkId, exceptionId, exceptionUntil }) => [
        checkId,
        exceptionId,
        exceptionUntil,
      ]),
    ).toEqual([
      ['a', 'e1', '2026-12-01T00:00:00.000Z'],
      ['b', 'e2', undefined],
    ]);
    expect(ruling.warnings).toEqual([]);
  });

  it('shows the evidence of what is wrong, and counts all of it', () => {
    const broken = vulnerability({ id: 'broken' });
    const [wrong] = failing(broken);
    const check = judgedCheck('a', 'fail', {
      evidence: [wrong, { kind: 'image', result: 'pass', title: 'In order' }],
      evidenceTotal: 12,
    });
    const { violations } = enforce(
      [check],
      policyOf({ a: at('block') }),
      'build',
    );
    expect(violations).toMatchObject([
      { evidence: [{ id: 'broken' }], evidenceTotal: 12 },
    ]);
    expect(violations[0].evidence).toHaveLength(1);
  });
});
