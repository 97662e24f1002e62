import { digest, verdict, violation } from '../__testUtils__/answers';
import { combineVerdicts } from './combineVerdicts';

const failed = verdict({ result: 'fail', violations: [violation()] });
const image = `ghcr.io/acme/shop@${digest}`;

describe('combineVerdicts', () => {
  it('leaves one as it is', () => {
    expect(combineVerdicts([{ subjects: [], verdict: failed }])).toEqual(
      failed,
    );
  });

  it('lets a later one replace an earlier one about the same', () => {
    const before = { subjects: [image], verdict: failed };
    const after = { subjects: ['repository shop', image], verdict: verdict() };
    expect(combineVerdicts([before, after])).toEqual(verdict());
    expect(combineVerdicts([after, before]).result).toBe('fail');
  });

  it('keeps what the later one does not speak of: the repository', () => {
    const secrets = verdict({
      result: 'fail',
      violations: [violation({ checkId: 'build.secrets.none' })],
      images: [],
    });
    const combined = combineVerdicts([
      { subjects: ['repository shop'], verdict: secrets },
      { subjects: [image], verdict: verdict() },
    ]);
    expect(combined.result).toBe('fail');
    expect(combined.violations).toEqual(secrets.violations);
    expect(combined.images).toEqual(verdict().images);
  });

  it('keeps one that a later one about fewer components may not replace', () => {
    const both = {
      ...failed,
      entityRefs: ['component:default/shop', 'component:default/cart'],
    };
    const combined = combineVerdicts([
      { subjects: [image], verdict: both },
      { subjects: [image], verdict: verdict() },
    ]);
    expect(combined.result).toBe('fail');
  });

  it('keeps one about nothing in particular', () => {
    const combined = combineVerdicts([
      { subjects: [], verdict: failed },
      { subjects: [], verdict: verdict() },
    ]);
    expect(combined.result).toBe('fail');
  });

  it('tells the same reason once', () => {
    const cart = { ...failed, entityRefs: ['component:default/cart'] };
    const combined = combineVerdicts([
      { subjects: ['a'], verdict: failed },
      { subjects: ['b'], verdict: cart },
    ]);
    expect(combined.violations).toHaveLength(1);
    expect(combined.entityRefs).toEqual([
      'component:default/shop',
      'component:default/cart',
    ]);
  });
});
