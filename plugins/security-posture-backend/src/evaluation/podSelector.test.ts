import { networkPolicyOf } from '../model/facts';
import { clusterObject } from './__testUtils__/facts';
import { selects } from './podSelector';

const labels = { app: 'shop', tier: 'web' };

function matches(podSelector: Record<string, unknown>): boolean | undefined {
  const policy = networkPolicyOf(
    clusterObject('NetworkPolicy', { podSelector }),
  );
  return policy && selects(policy.podSelector, labels);
}

const expression = (operator: string, key: string, values?: string[]) => ({
  matchExpressions: [{ key, operator, values }],
});

describe('selects', () => {
  it.each([
    ['an empty selector', {}, true],
    ['equal labels', { matchLabels: { app: 'shop' } }, true],
    ['another value', { matchLabels: { app: 'cart' } }, false],
    ['one label of two', { matchLabels: { app: 'shop', tier: 'db' } }, false],
    ['a label that is none', { matchLabels: { toString: 'shop' } }, false],
    ['In', expression('In', 'tier', ['db', 'web']), true],
    ['In without the value', expression('In', 'tier', ['db']), false],
    ['In without the label', expression('In', 'zone', ['a']), false],
    ['NotIn', expression('NotIn', 'tier', ['db']), true],
    ['NotIn with the value', expression('NotIn', 'tier', ['web']), false],
    ['NotIn without the label', expression('NotIn', 'zone', ['a']), true],
    ['Exists', expression('Exists', 'tier'), true],
    ['Exists without the label', expression('Exists', 'zone'), false],
    ['DoesNotExist', expression('DoesNotExist', 'zone'), true],
    ['DoesNotExist with it', expression('DoesNotExist', 'tier'), false],
    [
      'labels and expressions of which one does not match',
      { matchLabels: { app: 'shop' }, ...expression('Exists', 'zone') },
      false,
    ],
    ['an operator that nobody knows', expression('Like', 'tier'), undefined],
    ['labels of the wrong type', { matchLabels: 'app=shop' }, undefined],
  ])('judges %s', (_, selector, expected) => {
    expect(matches(selector)).toBe(expected);
  });
});
