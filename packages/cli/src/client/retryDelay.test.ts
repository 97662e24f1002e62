import { retryDelay } from './retryDelay';

const now = new Date('2026-11-26T10:00:00Z');

describe('retryDelay', () => {
  it.each([
    ['7', 7_000],
    ['0', 0],
    ['86400', 120_000],
    ['Thu, 26 Nov 2026 10:00:05 GMT', 5_000],
    ['Thu, 26 Nov 2026 09:00:00 GMT', 0],
  ])('waits as long as Retry-After %p says, within reason', (header, delay) => {
    expect(retryDelay(1, header, { now, random: 0.3 })).toBe(delay);
  });

  it.each([null, 'soon'])('doubles without one, %p', header => {
    const delays = [1, 2, 3, 4].map(attempt =>
      retryDelay(attempt, header, { now, random: 1 }),
    );
    expect(delays).toEqual([1000, 2000, 4000, 8000]);
  });

  it('scatters by half', () => {
    expect(retryDelay(3, null, { now, random: 0 })).toBe(2000);
  });
});
