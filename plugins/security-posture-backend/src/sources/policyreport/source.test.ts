import { InputError } from '@backstage/errors';
import {
  cart,
  checkout,
  context,
  fixture,
  parse,
  withResult,
} from './__testUtils__/parse';
import { policyReportSource } from './source';

describe('recognising a policy report', () => {
  it.each([
    ['wgpolicyk8s.io/v1alpha1', 'PolicyReport', true],
    ['wgpolicyk8s.io/v1alpha2', 'ClusterPolicyReport', true],
    ['wgpolicyk8s.io/v1beta1', 'PolicyReport', true],
    ['wgpolicyk8s.io/v1beta2', 'ClusterPolicyReport', true],
    ['reports.x-k8s.io/v1beta1', 'PolicyReport', true],
    ['openreports.io/v1alpha1', 'PolicyReport', false],
    ['wgpolicyk8s.io/v1alpha2', 'Report', false],
    [5, 'PolicyReport', false],
  ])('%s %s: %s', (apiVersion, kind, expected) => {
    expect(policyReportSource.recognise({ apiVersion, kind })).toBe(expected);
  });

  it('does not take a list for a report', () => {
    expect(policyReportSource.recognise([])).toBe(false);
  });
});

describe('a report of Kyverno on one pod', () => {
  const report = parse(fixture('kyverno.json'));

  it('speaks of the workload behind the pod', () => {
    expect(report.subject).toEqual(checkout);
    expect(report.tool).toEqual({ name: 'kyverno' });
  });

  it('is as old as its newest result, not as its object', () => {
    expect(report.generatedAt).toBe('2026-01-05T08:01:00.000Z');
  });

  it('makes every result a decision on the resource', () => {
    expect(report.read).toEqual({ 'policy-result': 5 });
    expect(report.skippedTotal).toBe(0);
    expect(
      report.decisions.map(({ engine, policy, rule, action, outcome }) =>
        [engine, policy, rule, action, outcome].join(' '),
      ),
    ).toEqual([
      'kyverno disallow-capabilities Adding-Capabilities audit fail',
      'kyverno require-probes readiness warn warn',
      'kyverno disallow-host-path host-path allow pass',
      'kyverno verify-images signed allow skip',
      'validating-admission-policy replica-limit  allow error',
    ]);
    expect(report.decisions[0]).toEqual({
      subject: checkout,
      engine: 'kyverno',
      policy: 'disallow-capabilities',
      rule: 'Adding-Capabilities',
      action: 'audit',
      outcome: 'fail',
      severity: 'high',
      category: 'Pod Security Standards (Baseline)',
      message:
        'validation error: Only listed capabilities may be added. rule adding-capabilities failed at path /spec/containers/0/securityContext/',
      at: '2026-01-05T08:00:00.000Z',
    });
  });

  it('finds misconfigurations in what failed, warned or was exempted, and nothing else', () => {
    expect(report.findings).toEqual([
      {
        kind: 'misconfiguration',
        subject: checkout,
        id: 'kyverno/disallow-capabilities/adding-capabilities',
        severity: 'high',
        title: 'Only listed capabilities may be added.',
        message: report.decisions[0].message,
        references: [],
        category: 'Pod Security Standards (Baseline)',
      },
      {
        kind: 'misconfiguration',
        subject: checkout,
        id: 'kyverno/require-probes/readiness',
        severity: 'low',
        title: 'container "app" has no readiness probe',
        message: 'container "app" has no readiness probe',
        references: [],
        container: 'app',
      },
      {
        kind: 'misconfiguration',
        subject: checkout,
        id: 'kyverno/verify-images/signed',
        severity: 'unknown',
        title: 'verify-images: signed',
        references: [],
        suppression: {
          reason: 'accepted',
          statement: 'PolicyException shop-legacy',
        },
      },
    ]);
  });

  it('keeps what passed as evidence', () => {
    expect(report.passes).toEqual([
      { subject: checkout, id: 'kyverno/disallow-host-path/host-path' },
    ]);
  });

  it('speaks for each engine on the workload', () => {
    expect(report.scopes).toEqual([
      ...['kyverno@Pod', 'validating-admission-policy@Pod'].flatMap(part => [
        { kind: 'decision', subject: checkout, part, complete: true },
        { kind: 'misconfiguration', subject: checkout, part, complete: true },
      ]),
    ]);
  });
});

describe('a result on several resources', () => {
  const report = parse(fixture('several-resources.yaml'));
  const db = { ...checkout, workloadKind: 'StatefulSet', name: 'db' };

  it('is read once and decided on each', () => {
    expect(report.read).toEqual({ 'policy-result': 2 });
    expect(
      report.decisions.map(({ subject, action }) => [subject, action]),
    ).toEqual([
      [{ kind: 'namespace', name: 'shop', cluster: 'prod' }, 'audit'],
      [cart, 'audit'],
      [
        { kind: 'node', name: 'worker-1.example.net', cluster: 'prod' },
        'audit',
      ],
      [db, 'allow'],
    ]);
    expect(report.findings).toHaveLength(3);
    expect(report.passes).toEqual([
      { subject: db, id: 'platformaudit/require-owner' },
    ]);
  });

  it('gives each resource a pair of scopes', () => {
    expect(report.scopes).toHaveLength(8);
    expect(report.scopes.every(scope => scope.part === 'platformaudit')).toBe(
      true,
    );
  });

  it('leaves the report with the cluster', () => {
    expect(report.subject).toEqual({
      kind: 'cluster',
      name: 'prod',
      cluster: 'prod',
    });
    expect(report.tool).toEqual({ name: 'PlatformAudit' });
  });
});

describe('results that cannot be kept', () => {
  it.each([
    [
      { policy: 'p', result: '__proto__' },
      'result: expected pass, fail, warn, error or skip, got __proto__',
    ],
    [
      { policy: 'p' },
      'result: expected pass, fail, warn, error or skip, got nothing',
    ],
    [{ policy: ' ', result: 'fail' }, 'policy: expected the name of a policy'],
  ])('%j: %s', (result, reason) => {
    const report = parse(withResult(result));
    expect(report.read).toEqual({ 'policy-result': 1 });
    expect(report.decisions).toEqual([]);
    expect(report.skipped).toEqual([
      { path: '$.results[0]', kind: 'policy-result', reason },
    ]);
  });

  it('do not cost the others', () => {
    const report = parse(
      withResult(null, { results: [null, 5, { policy: 'p', result: 'FAIL' }] }),
    );
    expect(report.decisions.map(({ outcome }) => outcome)).toEqual(['fail']);
    expect(report.skipped.map(({ path }) => path)).toEqual([
      '$.results[0]',
      '$.results[1]',
    ]);
  });
});

describe('a document that is no report', () => {
  it('is refused by name and path', () => {
    expect(() =>
      policyReportSource.parse([{ value: {}, path: '$.items[2]' }], context),
    ).toThrow(
      new InputError(
        'policyreport: $.items[2]: expected a policy report with apiVersion and kind',
      ),
    );
  });
});

it('has no time where the seconds are no number', () => {
  const at = (timestamp: unknown) =>
    parse(withResult({ policy: 'p', result: 'pass', timestamp })).decisions[0]
      .at;
  expect(at({ seconds: '1698822302', nanos: -5 })).toBe(
    '2023-11-01T07:05:02.000Z',
  );
  expect(at({ seconds: { toString: null } })).toBeUndefined();
  expect(at({ seconds: 0 })).toBeUndefined();
  expect(at('2999-01-01T00:00:00Z')).toBeUndefined();
});

it('removes control characters and never follows prototype keys', () => {
  const report = parse(
    withResult({
      policy: 'p\r\nX-Injected: 1',
      rule: '__proto__',
      result: 'fail',
      message: '\u001b[31mred',
      properties: JSON.parse('{"__proto__": {"url": "https://a.example"}}'),
    }),
  );
  expect(report.decisions[0]).toMatchObject({
    policy: 'p',
    rule: '__proto__',
    message: '[31mred',
  });
  expect(report.findings[0].references).toEqual([]);
});
