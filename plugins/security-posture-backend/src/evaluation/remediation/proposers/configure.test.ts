import { misconfiguration, shopWorkload } from '../../__testUtils__/facts';
import {
  failing,
  judgedCheck,
  shopWorkloadNamed,
} from '../../__testUtils__/judgedCheck';
import { plan, spring } from '../__testUtils__/plan';

const yaml = (code: string) => ({
  text: 'Set it in the manifest.',
  snippet: { language: 'yaml' as const, code },
});

describe('a configuration', () => {
  const privileged = (...of: Parameters<typeof failing>) =>
    judgedCheck('deploy.privileged', 'fail', {
      evidence: failing(...of),
      fix: yaml('securityContext:\n  privileged: false'),
    });

  it('merges all that is to be set on a workload', () => {
    const finding = misconfiguration('privileged');
    const unjudged = misconfiguration('seccomp', { id: 'unjudged' });
    const actions = plan({
      findings: [finding, unjudged],
      judged: [
        privileged(finding, shopWorkload),
        judgedCheck('deploy.caps.dropAll', 'warn', {
          evidence: failing(shopWorkload),
          fix: yaml('securityContext:\n  capabilities:\n    drop: [ALL]'),
        }),
      ],
    });
    expect(actions).toEqual([
      expect.objectContaining({
        kind: 'configure',
        title: 'Configure prod/shop/checkout',
        effort: 'small',
        riskAfter: 0,
        checkIds: ['deploy.privileged', 'deploy.caps.dropAll'],
        findingIds: ['finding-1', 'unjudged'],
      }),
    ]);
    expect(actions[0].snippet).toEqual({
      language: 'yaml',
      code: [
        '# prod/shop/checkout',
        'spec:',
        '  containers:',
        '    - name: "app"',
        '      securityContext:',
        '        privileged: false',
        '        capabilities:',
        '          drop: [ ALL ]',
        '        seccompProfile:',
        '          type: RuntimeDefault',
      ].join('\n'),
    });
  });

  it('takes all workloads together where a check passes only then', () => {
    const both = privileged(shopWorkload, shopWorkloadNamed('cart'));
    expect(plan({ judged: [both] })).toEqual([
      expect.objectContaining({
        title: 'Configure prod/shop/checkout and prod/shop/cart',
        effort: 'medium',
        riskBefore: 50,
        riskAfter: 0,
      }),
    ]);
  });

  it('breaks a combination by one of its halves', () => {
    const critical = spring({ severity: 'critical' });
    const actions = plan({
      findings: [critical],
      judged: [
        privileged(shopWorkload),
        judgedCheck('combination.privileged-fixable-critical', 'fail', {
          evidence: failing(shopWorkload, critical),
          fix: yaml('securityContext:\n  privileged: false'),
        }),
      ],
    });
    expect(actions.map(({ kind, checkIds }) => ({ kind, checkIds }))).toEqual([
      {
        kind: 'configure',
        checkIds: [
          'deploy.privileged',
          'combination.privileged-fixable-critical',
        ],
      },
      { kind: 'upgrade', checkIds: [] },
    ]);
  });

  it('says nothing of a check that lists only some of what it found', () => {
    const cut = { ...privileged(shopWorkload), evidenceTotal: 30 };
    expect(plan({ judged: [cut] })).toEqual([
      expect.objectContaining({
        kind: 'mend',
        title: 'Set it in the manifest',
        checkIds: ['deploy.privileged'],
      }),
    ]);
  });

  it('leaves an accepted check alone', () => {
    const accepted = { ...privileged(shopWorkload), exceptionId: 'exception' };
    expect(plan({ judged: [accepted] })).toEqual([]);
  });
});
