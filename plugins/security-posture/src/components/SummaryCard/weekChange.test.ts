import { day } from '../../../dev/data/history';
import { weekChange } from './weekChange';
import { notJudged } from '../../../dev/data/judgement';

const now = {
  risk: { ...notJudged.risk, score: 71.4 },
  evaluatedAt: '2026-03-08T00:30:00.000Z',
};
const history = (...items: ReturnType<typeof day>[]) => ({ items });

describe('weekChange', () => {
  it('compares what the rounded numbers show', () => {
    const then = day('2026-03-01', { risk: 58.6 });
    expect(weekChange(now, history(then))).toBe(12);
  });

  it('takes no other day for that of a week ago', () => {
    const days = [
      day('2026-02-28', { risk: 10 }),
      day('2026-03-02', { risk: 20 }),
    ];
    expect(weekChange(now, history(...days))).toBeUndefined();
  });

  it('is not known while one of the two is not', () => {
    expect(weekChange(now, history(day('2026-03-01')))).toBeUndefined();
    expect(weekChange(now, undefined)).toBeUndefined();
    const then = day('2026-03-01', { risk: 5 });
    const unknown = { ...now, risk: notJudged.risk };
    expect(weekChange(unknown, history(then))).toBeUndefined();
  });
});
