import type { Violation } from 'backstage-plugin-security-posture-common';
import type { Ruling } from './enforce';
import { mergeRulings } from './mergeRulings';

const violation = (checkId: string, summary = checkId): Violation => ({
  checkId,
  stage: 'build',
  title: checkId,
  summary,
  evidence: [],
  evidenceTotal: 0,
});

const ruling = (changes: Partial<Ruling> = {}): Ruling => ({
  result: 'pass',
  point: 'build',
  mode: 'enforce',
  violations: [],
  warnings: [],
  waived: [],
  unknown: [],
  ...changes,
});

const idsOf = (items: { checkId: string }[]) =>
  items.map(({ checkId }) => checkId);

describe('mergeRulings', () => {
  it('leaves a single one as it is', () => {
    const only = ruling({
      violations: [violation('a')],
      warnings: [violation('a')],
    });
    expect(mergeRulings([only])).toBe(only);
  });

  it('fails if any of them does, whatever the order', () => {
    const good = ruling();
    const bad = ruling({ result: 'fail', violations: [violation('a')] });
    for (const rulings of [
      [good, bad],
      [bad, good],
    ]) {
      expect(mergeRulings(rulings)).toMatchObject({
        result: 'fail',
        violations: [{ checkId: 'a' }],
      });
    }
    expect(mergeRulings([good, good]).result).toBe('pass');
  });

  it('tells a check once, by who is strictest about it', () => {
    const merged = mergeRulings([
      ruling({
        warnings: [violation('blocks'), violation('warns', 'first')],
        waived: [violation('warns'), violation('waived')],
        unknown: [{ checkId: 'dark', summary: 'Nothing tells.' }],
      }),
      ruling({
        result: 'fail',
        violations: [violation('blocks')],
        warnings: [violation('warns', 'second')],
        waived: [violation('blocks'), violation('waived')],
        unknown: [{ checkId: 'dark', summary: 'Nothing tells.' }],
      }),
    ]);
    expect(idsOf(merged.violations)).toEqual(['blocks']);
    expect(merged.warnings).toEqual([violation('warns', 'first')]);
    expect(idsOf(merged.waived)).toEqual(['waived']);
    expect(idsOf(merged.unknown)).toEqual(['dark']);
  });

  it('has the strictest mode, and fails only by one that is enforced', () => {
    const told = ruling({ mode: 'warn', violations: [violation('a')] });
    expect(mergeRulings([told, ruling({ mode: 'dry-run' })])).toMatchObject({
      mode: 'warn',
      result: 'pass',
    });
    expect(mergeRulings([told, ruling()])).toMatchObject({
      mode: 'enforce',
      result: 'pass',
    });
  });
});
