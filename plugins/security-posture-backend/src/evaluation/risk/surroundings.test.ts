import { checks } from '../checks';
import { componentFacts, workload } from '../__testUtils__/facts';
import { multiplierOf, privileges, surroundingsOf } from './surroundings';

describe('surroundings', () => {
  it('name checks of the catalogue', () => {
    const ids = checks.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(Object.keys(privileges)));
  });

  it('take the furthest reach that is known, and nothing from what is not', () => {
    const product = (...exposures: ('internal' | 'node' | undefined)[]) =>
      surroundingsOf(
        componentFacts({
          workloads: exposures.map(exposure => workload({ exposure })),
        }),
      ).product;
    expect(product()).toBe(1);
    expect(product('internal')).toBe(1);
    expect(product('internal', 'node', undefined)).toBe(1.3);
  });

  it.each([
    [0, 0, 1],
    [0, 2, 1.2],
    [1, 0, 1.4],
    [1, 1, 1.4],
  ])('multiply by the highest privilege', (full, some, multiplier) => {
    expect(multiplierOf({ product: 1 }, { full, some })).toBe(multiplier);
  });
});
