import type { CheckResult } from 'backstage-plugin-security-posture-common';
import type { CheckException } from '../model/facts';
import {
  checkContext,
  componentFacts,
  imageArtifact,
  now,
  repositoryArtifact,
  shopImage,
} from './__testUtils__/facts';
import type { Check, Judgement } from './Check';
import { checks } from './checks';
import { judgeChecks } from './judgeChecks';

function checkThat(judgement: Partial<Judgement>, id = 'a.check'): Check {
  return {
    id,
    stage: 'build',
    practices: ['B1a'],
    title: 'It is in order',
    rule: 'Fails if it is not.',
    inputs: ['What the test says'],
    why: 'Because.',
    fix: { text: 'Mend it.' },
    passes: 'It is.',
    weight: 0.1,
    judge: () => ({
      result: 'fail',
      summary: 'It is not.',
      evidence: [],
      ...judgement,
    }),
  };
}

const failing = checkThat({ result: 'fail' });

describe('judgeChecks', () => {
  it('judges every check once, in the order of the catalogue', () => {
    const judged = judgeChecks(componentFacts(), checkContext());
    expect(judged.map(({ checkId }) => checkId)).toEqual(
      checks.map(({ id }) => id),
    );
  });

  it('tells what the check says, and what it leads to', () => {
    const [judged] = judgeChecks(
      componentFacts(),
      checkContext({
        checks: { 'a.check': { build: 'block', admission: 'warn' } },
      }),
      [failing],
    );
    expect(judged).toMatchObject({
      checkId: 'a.check',
      stage: 'build',
      practices: ['B1a'],
      title: 'It is in order',
      result: 'fail',
      summary: 'It is not.',
      why: 'Because.',
      fix: { text: 'Mend it.' },
      enforcement: { build: 'block', admission: 'warn' },
    });
    const [free] = judgeChecks(componentFacts(), checkContext({ checks: {} }), [
      failing,
    ]);
    expect(free.enforcement).toEqual({ build: 'off', admission: 'off' });
  });

  it('lists the worst evidence in its order, and counts all', () => {
    const results: CheckResult[] = ['pass', 'fail', 'unknown', 'warn', 'fail'];
    const evidence = Array.from({ length: 30 }, (_, index) => ({
      kind: 'image' as const,
      result: results[index % 5],
      title: String(index),
    }));
    const [judged] = judgeChecks(componentFacts(), checkContext(), [
      checkThat({ evidence }),
    ]);
    expect(judged.evidenceTotal).toBe(30);
    const of = (result: CheckResult) =>
      evidence.filter(item => item.result === result);
    expect(judged.evidence).toEqual([
      ...of('fail'),
      ...of('warn'),
      ...of('unknown').slice(0, 2),
    ]);
  });

  describe('honours an exception', () => {
    const waived = (
      exception: Partial<CheckException>,
      result: CheckResult = 'fail',
      artifacts = [imageArtifact()],
    ) => {
      const exceptions = [{ id: 'e1', checkId: 'a.check', ...exception }];
      const [judged] = judgeChecks(
        componentFacts({ exceptions, artifacts }),
        checkContext(),
        [checkThat({ result })],
      );
      return judged.exceptionId;
    };

    it.each<[CheckResult, string | undefined]>([
      ['fail', 'e1'],
      ['warn', 'e1'],
      ['pass', undefined],
      ['unknown', undefined],
      ['not-applicable', undefined],
    ])('where the check says %s: %s', (result, id) => {
      expect(waived({}, result)).toBe(id);
    });

    it('on this check and no other', () => {
      expect(waived({ checkId: 'another.check' })).toBeUndefined();
    });

    it('until it ends, to the moment', () => {
      const at = (ms: number) => new Date(now.getTime() + ms).toISOString();
      expect(waived({ expiresAt: at(1) })).toBe('e1');
      expect(waived({ expiresAt: at(0) })).toBeUndefined();
      expect(waived({ expiresAt: at(-1) })).toBeUndefined();
    });

    it('for an image line only where that is all of the component', () => {
      const imageLine = shopImage.name;
      const old = imageArtifact({ digest: undefined, tag: '1.0.0' });
      const worker = imageArtifact({ name: 'ghcr.io/acme/worker' });
      const both = [imageArtifact(), old, repositoryArtifact()];
      expect(waived({ imageLine }, 'fail', both)).toBe('e1');
      expect(waived({ imageLine }, 'fail', [worker])).toBeUndefined();
      expect(waived({ imageLine }, 'fail', [...both, worker])).toBeUndefined();
      expect(waived({ imageLine }, 'fail', [])).toBeUndefined();
    });
  });
});
