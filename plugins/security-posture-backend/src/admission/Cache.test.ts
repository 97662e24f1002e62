import { Cache } from './Cache';

describe('Cache', () => {
  let now = 0;

  beforeEach(() => {
    now = 1_000_000;
    jest.spyOn(Date, 'now').mockImplementation(() => now);
  });

  afterEach(() => jest.restoreAllMocks());

  /** Tells how often it loaded. */
  const counting = () => {
    let loads = 0;
    return async () => {
      loads += 1;
      return loads;
    };
  };

  it('loads once for all who ask, also while it loads', async () => {
    const cache = new Cache<number>(100);
    const load = counting();
    expect(
      await Promise.all([cache.get('a', load), cache.get('a', load)]),
    ).toEqual([1, 1]);
    now += 99;
    expect(await cache.get('a', load)).toBe(1);
  });

  it('keeps what it loaded apart by key', async () => {
    const cache = new Cache<string>(100);
    expect(await cache.get('a', async () => 'of a')).toBe('of a');
    expect(await cache.get('b', async () => 'of b')).toBe('of b');
    expect(await cache.get('a', async () => 'again')).toBe('of a');
  });

  it('loads again after its age, counted from when it began to load', async () => {
    const cache = new Cache<number>(100);
    const load = counting();
    await cache.get('a', load);
    now += 100;
    expect(await cache.get('a', load)).toBe(2);
    now += 99;
    expect(await cache.get('a', load)).toBe(2);
    now += 1;
    expect(await cache.get('a', load)).toBe(3);
  });

  it('keeps no failure', async () => {
    const cache = new Cache<number>(100);
    const fails = () => Promise.reject(new Error('away'));
    await expect(cache.get('a', fails)).rejects.toThrow('away');
    expect(await cache.get('a', async () => 7)).toBe(7);
  });

  it('keeps what was loaded since, though an older load fails late', async () => {
    const cache = new Cache<number>(100);
    let fail: (error: Error) => void = () => {};
    const slow = cache.get('a', () => new Promise((_, no) => (fail = no)));
    now += 100;
    const load = counting();
    expect(await cache.get('a', load)).toBe(1);
    fail(new Error('too late'));
    await expect(slow).rejects.toThrow('too late');
    expect(await cache.get('a', load)).toBe(1);
  });
});
