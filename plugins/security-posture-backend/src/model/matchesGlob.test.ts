import { matchesGlob, specificity } from './matchesGlob';

describe('matchesGlob', () => {
  it.each([
    ['deploy.hostPath', 'deploy.hostPath', true],
    ['deploy.host', 'deploy.hostPath', false],
    ['deploy.*', 'deploy.hostPath', true],
    ['deploy.*', 'deployXhostPath', false],
    ['*', '', true],
    ['*Path', 'deploy.hostPath', true],
    ['*.host*', 'deploy.hostPath', true],
    ['d*h*P*h', 'deploy.hostPath', true],
    ['d*P*h*h', 'deploy.hostPath', false],
    // One character cannot serve twice.
    ['ab*ba', 'aba', false],
    ['ab*ba', 'abba', true],
    ['a**b', 'ab', true],
    ['', '', true],
    ['', 'a', false],
    ['[a-z]*', 'abc', false],
  ])('%j matches %j: %s', (pattern, text, expected) => {
    expect(matchesGlob(pattern, text)).toBe(expected);
  });

  it('takes no longer for many stars', () => {
    const pattern = `${'*a'.repeat(2000)}b`;
    expect(matchesGlob(pattern, 'a'.repeat(10_000))).toBe(false);
  });

  it('is the more specific the more it fixes', () => {
    const patterns = ['*', 'deploy.*', '*.hostPath', 'deploy'];
    expect(patterns.map(specificity)).toEqual([0, 7, 9, Infinity]);
  });
});
