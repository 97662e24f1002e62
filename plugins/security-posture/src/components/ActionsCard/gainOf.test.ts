import { gainOf } from './gainOf';

describe('gainOf', () => {
  it('rounds the risk before and after', () => {
    expect(gainOf({ riskBefore: 71.4, riskAfter: 37.6 })).toEqual({
      kind: 'risk',
      before: '71',
      after: '38',
    });
  });

  it('tells a fall of less than a point in tenths', () => {
    expect(gainOf({ riskBefore: 71.4, riskAfter: 71.1 })).toEqual({
      kind: 'risk',
      before: '71.4',
      after: '71.1',
    });
  });

  it('tells coverage where the risk does not fall', () => {
    expect(
      gainOf({ riskBefore: 20, riskAfter: 20, coverageGain: 0.125 }),
    ).toEqual({ kind: 'coverage', percent: '13' });
    expect(gainOf({ coverageGain: 0.001 })).toEqual({
      kind: 'coverage',
      percent: '1',
    });
  });

  it('promises nothing that is not known', () => {
    expect(gainOf({})).toBeUndefined();
    expect(gainOf({ riskAfter: 5 })).toBeUndefined();
    expect(gainOf({ riskBefore: 20, riskAfter: 30 })).toBeUndefined();
  });
});
