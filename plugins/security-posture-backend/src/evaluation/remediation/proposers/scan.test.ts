import { checks } from '../../checks';
import { daysAgo, shopImage, sourceFacts } from '../../__testUtils__/facts';
import { failing, judgedCheck } from '../../__testUtils__/judgedCheck';
import { plan } from '../__testUtils__/plan';
import { absences } from './scan';

describe('a scan', () => {
  const unknown = ['one', 'two'].map(id =>
    judgedCheck(id, 'unknown', { stage: 'build', practices: ['B3'] }),
  );
  const passed = ['three', 'four'].map(id => judgedCheck(id, 'pass'));
  const further = judgedCheck('signed', 'unknown', {
    stage: 'build',
    practices: ['F2'],
  });

  it('tells how far coverage rises over all components', () => {
    const never = { sources: [], judged: [...unknown, ...passed, further] };
    expect(
      plan({ name: 'cart', ...never }, { name: 'promo', ...never }),
    ).toEqual([
      expect.objectContaining({
        kind: 'scan',
        title: 'Scan cart and promo',
        detail: 'Nobody knows: there is no report',
        coverageGain: 0.4,
        checkIds: ['one', 'two'],
      }),
    ]);
  });

  it('is due again once the last one is old', () => {
    const sources = [sourceFacts({ lastReportAt: daysAgo(8) })];
    expect(plan({ sources, judged: unknown })).toEqual([
      expect.objectContaining({ title: 'Scan shop again', coverageGain: 1 }),
    ]);
    expect(plan({ sources: [sourceFacts()], judged: unknown })).toEqual([]);
  });

  it('ends what fails for lack of one', () => {
    const [action] = plan({
      judged: [
        judgedCheck('combination.unscanned-running', 'fail', {
          stage: 'runtime',
          evidence: failing(shopImage),
        }),
      ],
    });
    expect(action).toMatchObject({
      kind: 'scan',
      riskBefore: 30,
      riskAfter: 0,
    });
    expect(action).not.toHaveProperty('coverageGain');
  });

  it('knows checks of the catalogue', () => {
    expect(checks.map(({ id }) => id)).toEqual(
      expect.arrayContaining(Object.values(absences).flat()),
    );
  });
});
