import { cart, parse, withResult } from './__testUtils__/parse';

describe('what a report speaks for', () => {
  const fail = { policy: 'p', result: 'fail' };
  const scope = { kind: 'Deployment', name: 'cart', namespace: 'shop' };
  const isComplete = (value: Record<string, unknown>, more = {}) => {
    const { scopes } = parse(value, more);
    expect(scopes.length).toBeGreaterThan(0);
    return scopes.every(({ complete }) => complete);
  };

  it('is incomplete if the summary counts more than is listed', () => {
    expect(isComplete(withResult(fail, { summary: { fail: 1 } }))).toBe(true);
    expect(isComplete(withResult(fail, { summary: { fail: 2 } }))).toBe(false);
    expect(
      isComplete(withResult(fail, { summary: { fail: -5, pass: 1 } })),
    ).toBe(true);
    expect(parse(withResult(fail, { summary: { fail: 2 } })).warnings).toEqual([
      '$: nothing is closed by this report: the summary counts more than is listed',
    ]);
  });

  it('is incomplete if a result was skipped', () => {
    const value = withResult(fail, { results: [fail, { result: 'fail' }] });
    expect(isComplete(value)).toBe(false);
  });

  it('is incomplete if the report is configured without failures or warnings', () => {
    const limits = (statusFilter: string[]) => ({
      configuration: { limits: { statusFilter } },
    });
    expect(isComplete(withResult(fail, limits(['pass', 'fail'])))).toBe(false);
    expect(isComplete(withResult(fail, limits(['fail', 'warn'])))).toBe(true);
  });

  it('leaves out kinds that the sender did not declare', () => {
    const { scopes } = parse(withResult(fail), { scanners: ['secret'] });
    expect(scopes.map(({ kind }) => kind)).toEqual(['decision']);
  });

  it('is its scope if there is no result', () => {
    const { scopes, read } = parse({
      ...withResult(fail, { scope }),
      results: [],
      source: 'Kyverno',
    });
    expect(read).toEqual({});
    expect(scopes).toEqual([
      { kind: 'decision', subject: cart, part: 'kyverno', complete: true },
      {
        kind: 'misconfiguration',
        subject: cart,
        part: 'kyverno',
        complete: true,
      },
    ]);
  });

  it('is nothing without a result and a scope', () => {
    expect(parse(withResult(fail, { results: null })).scopes).toEqual([]);
  });
});
