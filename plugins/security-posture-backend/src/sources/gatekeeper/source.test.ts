import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeBody } from '../../ingest/decode';
import { gatekeeperSource } from './source';

const context = {
  receivedAt: new Date('2031-03-03T00:00:00Z'),
  cluster: 'prod',
};
const cluster = { kind: 'cluster', name: 'prod', cluster: 'prod' };
const names = [
  'constraint.json',
  'audit.ndjson',
  'admission.ndjson',
  'export.ndjson',
];

function fixture(name: string) {
  return decodeBody(readFileSync(join(__dirname, '__fixtures__', name)))
    .documents;
}

function parse(name: string) {
  const [report, ...more] = gatekeeperSource.parse(fixture(name), context);
  expect(more).toEqual([]);
  return report;
}

function constraint(status: unknown, spec: unknown = {}) {
  const value = {
    apiVersion: 'constraints.gatekeeper.sh/v1beta1',
    kind: 'K8sX',
    metadata: { name: 'x' },
    spec,
    status,
  };
  const [report] = gatekeeperSource.parse([{ value, path: '$' }], context);
  return report;
}

function violations(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    kind: 'Pod',
    name: `p${index}`,
    namespace: 'shop',
  }));
}

const auditTimestamp = '2031-02-01T09:00:00Z';

describe('gatekeeperSource', () => {
  it('reads the violations in the status of a constraint', () => {
    const report = parse('constraint.json');
    expect(report.read).toEqual({ 'policy-result': 4 });
    expect(report.generatedAt).toBe('2031-02-01T09:00:00.000Z');
    expect(report.subject).toEqual(cluster);
    expect(report.decisions).toHaveLength(3);
    expect(report.decisions[1]).toEqual({
      subject: {
        kind: 'workload',
        cluster: 'prod',
        namespace: 'shop',
        workloadKind: 'Deployment',
        name: 'checkout',
      },
      engine: 'gatekeeper',
      policy: 'need-team',
      rule: 'K8sRequiredLabels',
      action: 'audit',
      outcome: 'fail',
      severity: 'unknown',
      message: 'give the pod a team',
      at: '2031-02-01T09:00:00.000Z',
    });
    expect(
      report.decisions.map(({ subject: { kind, name }, action }) => [
        kind,
        name,
        action,
      ]),
    ).toEqual([
      ['namespace', 'shop', 'deny'],
      ['workload', 'checkout', 'audit'],
      ['workload', 'ledger', 'warn'],
    ]);
    expect(report.skipped).toEqual([
      {
        path: '$.status.violations[3]',
        kind: 'policy-result',
        reason: expect.stringContaining('name: '),
      },
    ]);
  });

  it('is complete only if every violation is listed and was read', () => {
    const scopeOf = (status: object) =>
      constraint({ auditTimestamp, ...status }).scopes;
    expect(scopeOf({ totalViolations: 2, violations: violations(2) })).toEqual([
      {
        kind: 'decision',
        subject: cluster,
        part: 'gatekeeper/x/K8sX',
        complete: true,
      },
    ]);
    for (const [status, complete] of [
      [{ totalViolations: 0 }, true],
      [{ totalViolations: 237, violations: violations(20) }, false],
      [{ totalViolations: 'many' }, false],
      [{ violations: violations(19) }, true],
      [{ violations: violations(20) }, false],
      [{ totalViolations: 1, violations: [{ kind: 'Pod' }] }, false],
    ] as const) {
      expect(scopeOf(status)[0].complete).toBe(complete);
    }
    expect(parse('constraint.json').scopes[0].complete).toBe(false);
  });

  it('tells how many violations the status leaves out', () => {
    expect(
      constraint({
        auditTimestamp,
        totalViolations: 237,
        violations: violations(20),
      }).warnings,
    ).toEqual([
      '$.status: 20 of 237 violations are listed; raise --constraint-violations-limit',
    ]);
  });

  it('speaks for nothing before the first audit', () => {
    for (const status of [undefined, null, {}, { byPod: [] }]) {
      const report = constraint(status);
      expect(report.read).toEqual({ 'policy-result': 0 });
      expect(report.scopes).toEqual([]);
      expect(report.warnings).toEqual([
        '$.status: the constraint was not audited yet',
      ]);
    }
  });

  it.each([
    [{}, {}, 'deny'],
    [{ enforcementAction: 'warn' }, {}, 'warn'],
    [{ enforcementAction: 'warn' }, { enforcementAction: 'dryrun' }, 'audit'],
    [{}, { enforcementAction: 'scoped', enforcementActions: ['deny'] }, 'deny'],
    [{}, { enforcementAction: 'scoped' }, 'audit'],
    [{}, { enforcementAction: 'shout' }, 'audit'],
  ])('action of constraint %j and violation %j is %s', (spec, own, action) => {
    const [violation] = violations(1);
    const { decisions } = constraint(
      { auditTimestamp, violations: [{ ...violation, ...own }] },
      spec,
    );
    expect(decisions[0].action).toBe(action);
  });

  it('reads the log of an audit, and what it speaks for completely', () => {
    const report = parse('audit.ndjson');
    expect(report.read).toEqual({ 'policy-result': 3, event: 5 });
    expect(report.skippedTotal).toBe(0);
    expect(report.decisions[0]).toEqual({
      subject: {
        kind: 'workload',
        cluster: 'prod',
        namespace: 'shop',
        workloadKind: 'Deployment',
        name: 'checkout',
        labels: { app: 'checkout' },
      },
      engine: 'gatekeeper',
      policy: 'need-limits',
      rule: 'K8sContainerLimits',
      action: 'warn',
      outcome: 'fail',
      severity: 'unknown',
      message: 'container <app> has no limits',
      at: '2031-02-01T09:00:00.000Z',
    });
    expect(report.scopes).toEqual(
      [
        ['gatekeeper/need-limits/K8sContainerLimits', true],
        // Three were counted, one line arrived.
        ['gatekeeper/need-team/K8sRequiredLabels', false],
        ['gatekeeper/no-privileged/K8sPSPPrivilegedContainer', true],
      ].map(([part, complete]) => ({
        kind: 'decision',
        subject: cluster,
        part,
        complete,
      })),
    );
  });

  it('speaks for nothing completely without the end of the audit', () => {
    const [report] = gatekeeperSource.parse(
      fixture('audit.ndjson').slice(0, -1),
      context,
    );
    expect(report.scopes.map(({ complete }) => complete)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('reads what the webhook logs, with the time of its clock', () => {
    const report = parse('admission.ndjson');
    expect(report.read).toEqual({ decision: 2 });
    expect(report.scopes).toEqual([]);
    expect(report.decisions[0]).toMatchObject({
      policy: 'only-our-registry',
      action: 'deny',
      message: 'container <app> comes from <docker.io>',
      at: '2031-01-31T09:00:00.250Z',
      actor: 'jane@example.test',
    });
    expect(report.decisions[1]).toMatchObject({
      subject: { kind: 'namespace', name: 'shop', cluster: 'prod' },
      action: 'audit',
    });
  });

  it('reads export messages of the audit and of the webhook', () => {
    const report = parse('export.ndjson');
    expect(report.read).toEqual({
      event: 2,
      'policy-result': 1,
      decision: 2,
    });
    expect(
      report.decisions.map(({ action, operation, at }) => [
        action,
        operation,
        at,
      ]),
    ).toEqual([
      ['deny', undefined, '2031-02-01T09:00:00.000Z'],
      ['warn', 'CREATE', '2031-02-01T09:00:00.000Z'],
    ]);
    expect(report.skipped).toEqual([
      {
        path: 'line 4',
        kind: 'decision',
        reason: 'the request was a dry run',
      },
    ]);
  });

  it('gives each constraint a report, and all lines one', () => {
    const reports = gatekeeperSource.parse(
      [...fixture('constraint.json'), ...fixture('audit.ndjson')],
      context,
    );
    expect(reports.map(({ read }) => read['policy-result'])).toEqual([4, 3]);
  });

  it('recognises its documents and no others', () => {
    for (const { value } of names.flatMap(fixture)) {
      expect(gatekeeperSource.recognise(value)).toBe(true);
    }
    for (const document of [
      {},
      [],
      { event_type: 'violation' },
      { event_type: 'login' },
      { eventType: 'Pull' },
      { id: '1', message: 'hello' },
      { apiVersion: 'templates.gatekeeper.sh/v1', kind: 'ConstraintTemplate' },
    ]) {
      expect(gatekeeperSource.recognise(document)).toBe(false);
    }
  });
});
