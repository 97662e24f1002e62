import type { JudgedCheck } from 'backstage-plugin-security-posture-common';
import type { ComponentFacts, FindingFacts } from '../../model/facts';
import {
  alertFinding,
  componentFacts,
  daysAgo,
  misconfiguration,
  now,
  podConfiguration,
  podContainer,
  secret,
  vulnerability,
  workload,
} from '../__testUtils__/facts';
import { failing, judgedCheck } from '../__testUtils__/judgedCheck';
import { assessRisk } from './assessRisk';

const weights: Partial<Record<string, number>> = {
  'deploy.privileged': 0.5,
  'deploy.runAsNonRoot': 0.15,
  'runtime.scan': 0.1,
};

function assess(facts: Partial<ComponentFacts>, judged: JudgedCheck[] = []) {
  return assessRisk(
    componentFacts(facts),
    judged,
    { now },
    id => weights[id] ?? 0,
  );
}

const passing = Array.from({ length: 10 }, (_, i) =>
  judgedCheck(`check-${i}`, 'pass'),
);

describe('assessRisk', () => {
  it.each<[string, FindingFacts, number]>([
    [
      'known to be exploited',
      vulnerability({ knownExploited: true, epss: 0.01, severity: 'critical' }),
      90,
    ],
    ['EPSS', vulnerability({ epss: 0.2 }), 15],
    ['EPSS with CVSS', vulnerability({ epss: 0.2, cvss: 8.5 }), 16],
    ['a prior', vulnerability({ severity: 'critical' }), 4.5],
    [
      'EPSS of code that is never called',
      vulnerability({ epss: 0.2, isReachable: false }),
      4.5,
    ],
    ['a secret', secret(), 40],
    ['a critical alert now', alertFinding({}, { severity: 'critical' }), 90],
    [
      'a critical alert a week ago',
      alertFinding({ lastSeenAt: daysAgo(7) }, { severity: 'critical' }),
      45,
    ],
    ['a licence', vulnerability({ kind: 'licence' }), 0],
    ['a control that nothing judges', misconfiguration('seccomp'), 5],
  ])('counts %s', (_, finding, score) => {
    expect(assess({ findings: [finding] }).score).toBeCloseTo(score, 0);
  });

  it('says whether a prior stands in for a chance', () => {
    const known = vulnerability({ epss: 0.2 });
    expect(assess({ findings: [known] }).estimated).toBe(false);
    expect(
      assess({ findings: [known, vulnerability({ id: '2' })] }).estimated,
    ).toBe(true);
  });

  it('adds up stages', () => {
    const { score, stages } = assess(
      {
        findings: [
          vulnerability({ epss: 0.2 }),
          alertFinding({ lastSeenAt: daysAgo(7) }, { severity: 'critical' }),
        ],
      },
      [judgedCheck('deploy.privileged', 'warn')],
    );
    expect(stages).toEqual({ build: 15, deploy: 25, runtime: 45 });
    expect(score).toBeCloseTo(100 * (1 - 0.85 * 0.75 * 0.55), 1);
  });

  it('counts what a check found through the check alone', () => {
    const finding = misconfiguration('privileged', { severity: 'critical' });
    const check = judgedCheck('deploy.privileged', 'fail', {
      evidence: failing(finding),
    });
    expect(assess({ findings: [finding] }, [check]).stages.deploy).toBe(50);
    const accepted = { ...check, exceptionId: 'exception-1' };
    expect(assess({ findings: [finding] }, [accepted]).stages.deploy).toBe(0);
    const unweighted = { ...check, checkId: 'gate.anything' };
    expect(assess({ findings: [finding] }, [unweighted]).stages.deploy).toBe(8);
  });

  it('takes what a check does not list for what it lists', () => {
    const listed = misconfiguration('privileged', { id: 'listed' });
    const unlisted = misconfiguration('privileged', { id: 'unlisted' });
    const check = judgedCheck('deploy.privileged', 'fail', {
      evidence: failing(listed),
      evidenceTotal: 2,
    });
    expect(
      assess({ findings: [listed, unlisted] }, [check]).stages.deploy,
    ).toBe(50);
  });

  it('multiplies the odds of what is built by what surrounds it', () => {
    const holdsSecrets = podConfiguration([
      podContainer({ envFrom: [{ from: 'secret' }] }),
    ]);
    const facts = {
      findings: [vulnerability({ epss: 0.2 })],
      workloads: [
        workload({ exposure: 'external', configuration: holdsSecrets }),
      ],
    };
    const { context, stages } = assess(facts);
    expect(context).toEqual([
      { title: 'Reachable from outside', factor: 1.5 },
      { title: 'Holds secrets', factor: 1.1 },
    ]);
    const odds = (0.15 / 0.85) * 1.5 * 1.1;
    expect(stages.build).toBeCloseTo((100 * odds) / (1 + odds), 1);
  });

  it('multiplies by 2.5 at most, and shows the product', () => {
    const { context } = assess(
      {
        component: {
          entityRef: 'component:default/shop',
          tags: [],
          tier: 1,
        },
        workloads: [workload({ exposure: 'external' })],
      },
      [judgedCheck('deploy.privileged', 'fail')],
    );
    expect(
      context.reduce((product, { factor }) => product * factor, 1),
    ).toBeCloseTo(2.5);
    expect(context).toContainEqual({ title: 'Runs privileged', factor: 1.4 });
  });

  it('takes privileges off with the check that found them', () => {
    const findings = [vulnerability({ epss: 0.2 })];
    const privileged = judgedCheck('deploy.privileged', 'fail');
    const { factors } = assess({ findings }, [privileged]);
    expect(factors.find(({ kind }) => kind === 'check')).toMatchObject({
      id: 'deploy.privileged',
      stage: 'deploy',
      without: 15,
    });
    const root = judgedCheck('deploy.runAsNonRoot', 'fail');
    const odds = (0.15 / 0.85) * 1.2;
    expect(
      assess({ findings }, [privileged, root]).factors.find(
        ({ id }) => id === 'deploy.privileged',
      )?.without,
    ).toBeCloseTo(100 * (1 - 0.85 / (1 + odds)), 1);
  });

  it('lists the 50 largest factors, and counts all', () => {
    const findings = Array.from({ length: 60 }, (_, i) =>
      vulnerability({ id: `finding-${i}`, epss: i / 100 }),
    );
    const { factors, factorsTotal } = assess({ findings });
    // EPSS 0 adds nothing.
    expect(factorsTotal).toBe(59);
    expect(factors).toHaveLength(50);
    expect(factors[0]).toMatchObject({ id: 'finding-59', kind: 'finding' });
  });

  it('still tells factors apart where they saturate the risk', () => {
    const findings = Array.from({ length: 3000 }, (_, i) =>
      vulnerability({ id: `finding-${i}`, epss: i === 7 ? 0.9 : 0.5 }),
    );
    const { score, factors } = assess({ findings });
    expect(score).toBe(100);
    expect(factors[0].id).toBe('finding-7');
    expect(factors[0].share).toBeGreaterThan(factors[1].share);
  });

  it('has no score while nothing is known', () => {
    const risk = assess({}, [judgedCheck('deploy.privileged', 'unknown')]);
    expect(risk).toMatchObject({ grade: '?', coverage: 0, factorsTotal: 0 });
    expect(risk).not.toHaveProperty('score');
    expect(assess({}, passing).score).toBe(0);
    expect(
      assess({ findings: [vulnerability({ kind: 'licence' })] }).score,
    ).toBe(0);
  });

  it('has no score where only the catalog tells something', () => {
    const ofCatalog = (result: 'fail' | 'pass') =>
      judgedCheck('runtime.scan', result, {
        evidence: [{ kind: 'component', result, title: 'It has no owner' }],
      });
    for (const result of ['fail', 'pass'] as const) {
      const risk = assess({}, [ofCatalog(result)]);
      expect(risk).toMatchObject({ grade: '?', stages: {} });
      expect(risk).not.toHaveProperty('score');
    }
  });

  it('has a score of the stages that are known alone', () => {
    const { score, stages } = assess({ findings: [secret()] }, [
      judgedCheck('deploy.privileged', 'pass'),
      judgedCheck('runtime.scan', 'unknown', { stage: 'runtime' }),
    ]);
    expect(stages).toEqual({ build: score, deploy: 0 });
  });
});

describe('the grade', () => {
  const overdue = { dueAt: daysAgo(1), epss: 0 };

  it.each<[string, string, Partial<ComponentFacts>, JudgedCheck[]]>([
    ['A', 'all is in order', {}, passing],
    [
      'B',
      'the risk is 15',
      { findings: [vulnerability({ epss: 0.2 })] },
      passing,
    ],
    [
      'C',
      'the risk is 30',
      { findings: [vulnerability({ epss: 0.4 })] },
      passing,
    ],
    [
      'F',
      'the risk is 60',
      { findings: [vulnerability({ epss: 0.8 })] },
      passing,
    ],
    [
      'C',
      'a critical vulnerability is overdue',
      { findings: [vulnerability({ ...overdue, severity: 'critical' })] },
      passing,
    ],
    [
      'D',
      'a known exploited one is overdue',
      {
        findings: [
          vulnerability({
            ...overdue,
            knownExploited: true,
            severity: 'info',
            isReachable: false,
          }),
        ],
      },
      passing,
    ],
    [
      'A',
      'a known exploited one has time left',
      {
        findings: [
          vulnerability({
            dueAt: daysAgo(-1),
            knownExploited: true,
            severity: 'info',
            isReachable: false,
          }),
        ],
      },
      passing,
    ],
    [
      'D',
      'a critical alert is old and open',
      {
        findings: [
          alertFinding({ lastSeenAt: daysAgo(90) }, { severity: 'critical' }),
        ],
      },
      passing,
    ],
    [
      'B',
      '4 of 10 checks without weight are unknown',
      {},
      [
        ...passing.slice(0, 6),
        ...[1, 2, 3, 4].map(i => judgedCheck(`other-${i}`, 'unknown')),
      ],
    ],
    [
      '?',
      '8 of 10 checks are unknown',
      { findings: [vulnerability({ knownExploited: true })] },
      [
        ...passing.slice(0, 2),
        ...[1, 2, 3, 4, 5, 6, 7, 8].map(i =>
          judgedCheck(`other-${i}`, 'unknown'),
        ),
      ],
    ],
    [
      'C',
      'an unknown check might add 15 points to 10',
      {},
      [
        ...passing,
        judgedCheck('runtime.scan', 'fail'),
        judgedCheck('deploy.runAsNonRoot', 'unknown'),
      ],
    ],
    [
      '?',
      'an unknown check alone might make it an F',
      {},
      [...passing, judgedCheck('deploy.privileged', 'unknown')],
    ],
    [
      'F',
      'it is one whatever the unknown check is',
      { findings: [vulnerability({ epss: 0.9 })] },
      [...passing, judgedCheck('deploy.privileged', 'unknown')],
    ],
  ])('is %s where %s', (grade, _, facts, judged) => {
    expect(assess(facts, judged).grade).toBe(grade);
  });

  it('says why it is not better', () => {
    const { caps } = assess(
      {
        findings: [
          vulnerability({ ...overdue, severity: 'critical' }),
          secret({ isStale: true, severity: 'low' }),
        ],
      },
      [...passing, judgedCheck('runtime.scan', 'unknown')],
    );
    // The secret alone makes the score a D.
    expect(caps).toEqual([
      {
        grade: '?',
        reason: '1 check has no data: if all failed, the risk would be 46.',
      },
    ]);
    expect(
      assess(
        { findings: [vulnerability({ ...overdue, severity: 'critical' })] },
        passing,
      ).caps,
    ).toEqual([
      {
        grade: 'C',
        reason: 'Critical and past the deadline: CVE-2026-1000.',
      },
    ]);
  });

  it('tells no cap that changes nothing', () => {
    expect(
      assess({ findings: [secret(), vulnerability({ epss: 0.9 })] }, passing),
    ).toMatchObject({ grade: 'F', caps: [] });
  });
});
