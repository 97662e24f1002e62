import { alertFinding, now, secret } from '../__testUtils__/facts';
import { plan, planAtMost, spring } from './__testUtils__/plan';

describe('planRemediation', () => {
  it('puts first what lowers the risk most, each on what is left', () => {
    const actions = plan({
      findings: [
        spring({ epss: 0.9, severity: 'critical' }),
        secret(),
        alertFinding(
          { lastSeenAt: now.toISOString() },
          { id: 'alert', severity: 'medium' },
        ),
      ],
    });
    expect(actions.map(({ kind }) => kind)).toEqual([
      'upgrade',
      'rotate',
      'investigate',
    ]);
    expect(
      actions.map(({ riskBefore, riskAfter }) => [riskBefore, riskAfter]),
    ).toEqual([
      [91.45, 55],
      [55, 25],
      [25, 0],
    ]);
  });

  it('counts all findings of an action, and lists 50', () => {
    const findings = Array.from({ length: 60 }, (_, i) =>
      spring({ id: `${i}`, problem: `CVE-${i}` }),
    );
    const [action] = plan({ findings });
    expect(action.findings).toBe(60);
    expect(action.findingIds).toHaveLength(50);
  });

  it('stops at the limit', () => {
    expect(planAtMost(1, { findings: [spring(), secret()] })).toHaveLength(1);
  });
});
