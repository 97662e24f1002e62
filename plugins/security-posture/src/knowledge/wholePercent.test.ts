import { wholePercent } from './wholePercent';

describe('wholePercent', () => {
  it.each([
    [0, '0'],
    [0.29, '29'],
    [0.866, '86'],
    [0.999, '99'],
    [1, '100'],
  ])('%d is %s', (share, percent) => {
    expect(wholePercent(share)).toBe(percent);
  });
});
