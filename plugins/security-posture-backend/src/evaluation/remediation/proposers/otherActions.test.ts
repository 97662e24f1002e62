import {
  alertFinding,
  daysAgo,
  secret,
  vulnerability,
} from '../../__testUtils__/facts';
import {
  failing,
  judgedCheck,
  shopWorkloadNamed,
} from '../../__testUtils__/judgedCheck';
import { plan } from '../__testUtils__/plan';

describe('what people have to do', () => {
  it('is to rotate secrets, for each place where they leaked', () => {
    expect(
      plan({ findings: [secret(), secret({ id: '2', title: 'Token' })] }),
    ).toEqual([
      expect.objectContaining({
        kind: 'rotate',
        title: 'Rotate 2 secrets leaked in ghcr.io/acme/shop',
        effort: 'large',
        critical: 2,
      }),
    ]);
  });

  it('is to investigate alerts, for each workload', () => {
    const alert = alertFinding();
    const elsewhere = alertFinding(
      { lastSeenAt: daysAgo(20) },
      { id: '2', subject: shopWorkloadNamed('cart') },
    );
    expect(
      plan({
        findings: [alert, elsewhere],
        judged: [
          judgedCheck('runtime.malexec', 'fail', { evidence: failing(alert) }),
        ],
      }).map(({ title, effort, checkIds }) => ({ title, effort, checkIds })),
    ).toEqual([
      {
        title:
          'Investigate “Terminal shell in container” in prod/shop/checkout',
        effort: 'medium',
        checkIds: ['runtime.malexec'],
      },
      {
        title: 'Investigate “Terminal shell in container” in prod/shop/cart',
        effort: 'medium',
        checkIds: [],
      },
    ]);
  });

  it('is to mend the rest as the check or the rule says', () => {
    const code = vulnerability({
      id: 'code',
      kind: 'code',
      problem: 'sql-injection',
      title: 'SQL injection',
    });
    expect(
      plan({
        findings: [code],
        judged: [
          judgedCheck('build.image.shells', 'fail', {
            stage: 'build',
            fix: { text: 'Remove shells from the image. Then build it.' },
          }),
          // Without weight and without findings it changes nothing.
          judgedCheck('gate.anything', 'fail'),
        ],
      }).map(({ kind, title, findings }) => ({ kind, title, findings })),
    ).toEqual([
      { kind: 'mend', title: 'Mend “SQL injection”', findings: 1 },
      { kind: 'mend', title: 'Remove shells from the image', findings: 0 },
    ]);
  });
});
