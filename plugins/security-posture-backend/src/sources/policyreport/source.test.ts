import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import type {
  SourceContext,
  SourceReport,
} from 'backstage-plugin-security-posture-node';
import { parse as parseYaml } from 'yaml';
import { policyReportSource } from './source';

const receivedAt = new Date('2026-01-05T09:00:00Z');
const context: SourceContext = { cluster: 'prod', receivedAt };

function fixture(name: string): Record<string, unknown> {
  const text = readFileSync(join(__dirname, '__fixtures__', name), 'utf8');
  return name.endsWith('.yaml') ? parseYaml(text) : JSON.parse(text);
}

function parse(
  value: Record<string, unknown>,
  overrides: Partial<SourceContext> = {},
): SourceReport {
  const [report] = policyReportSource.parse([{ value, path: '$' }], {
    ...context,
    ...overrides,
  });
  return report;
}

function withResult(result: unknown, more: object = {}) {
  return {
    apiVersion: 'wgpolicyk8s.io/v1alpha2',
    kind: 'PolicyReport',
    metadata: { name: 'r', namespace: 'shop' },
    results: [result],
    ...more,
  };
}

const checkout = {
  kind: 'workload',
  cluster: 'prod',
  namespace: 'shop',
  workloadKind: 'Deployment',
  name: 'checkout',
};
const cart = { ...checkout, name: 'cart' };

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

  it('finds misconfigurations in what failed or warned, and nothing else', () => {
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
    ]);
  });

  it('keeps what passed as evidence', () => {
    expect(report.passes).toEqual([
      { subject: checkout, id: 'kyverno/disallow-host-path/host-path' },
    ]);
  });

  it('speaks for each engine on the workload', () => {
    expect(report.scopes).toEqual([
      ...['kyverno', 'validating-admission-policy'].flatMap(part => [
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

describe('vulnerabilities reported as policies', () => {
  const report = parse(fixture('vulnerabilities.json'));

  it('are vulnerabilities of the workload, with their package', () => {
    expect(report.findings).toEqual([
      {
        kind: 'vulnerability',
        subject: cart,
        id: 'CVE-2025-9232',
        aliases: [],
        severity: 'low',
        title: 'openssl: reads past a buffer',
        message: 'openssl: reads past a buffer',
        references: ['https://avd.aquasec.com/nvd/cve-2025-9232'],
        package: { name: 'libcrypto3', version: '3.5.2-r1' },
        fixedVersions: ['3.5.4-r0', '3.6.0-r0'],
        cvss: [],
        cwes: [],
      },
      {
        kind: 'vulnerability',
        subject: cart,
        id: 'CVE-2021-28831',
        aliases: [],
        severity: 'high',
        title: 'busybox: a crafted archive frees memory twice',
        references: [],
        package: { name: 'ssl_client', version: '1.31.1-r19' },
        fixedVersions: ['1.31.1-r20'],
        cvss: [],
        cwes: [],
      },
    ]);
  });

  it('are decisions too, and their scanner speaks for them', () => {
    expect(report.decisions).toHaveLength(2);
    expect(report.scopes.map(({ kind, part }) => `${kind} ${part}`)).toEqual([
      'decision image-scanner',
      'misconfiguration image-scanner',
      'vulnerability image-scanner',
      'decision trivy',
      'misconfiguration trivy',
      'vulnerability trivy',
    ]);
  });
});

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
  });

  it('is incomplete if a result was skipped', () => {
    const value = withResult(fail, { results: [fail, { result: 'fail' }] });
    expect(isComplete(value)).toBe(false);
  });

  it('is incomplete if the sender left out severities', () => {
    expect(isComplete(withResult(fail), { minSeverity: 'high' })).toBe(false);
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

describe('the engine of a result without a source', () => {
  const engineWith = (more: object) =>
    parse(withResult({ policy: 'p', result: 'pass' }, more)).decisions[0]
      .engine;
  const labels = (of: object) => ({ metadata: { labels: of } });

  it('is Kyverno if the labels of the report say so', () => {
    expect(
      engineWith(labels({ 'app.kubernetes.io/managed-by': 'kyverno' })),
    ).toBe('kyverno');
    expect(engineWith(labels({ 'cpol.kyverno.io/p': '1' }))).toBe('kyverno');
  });

  it('is unnamed otherwise', () => {
    expect(engineWith({})).toBe('policy-report');
    expect(engineWith(labels({ app: 'x' }))).toBe('policy-report');
  });
});

describe('the subject of a result', () => {
  const subjectWith = (result: object, more: object = {}) =>
    parse(withResult({ policy: 'p', result: 'fail', ...result }, more))
      .decisions[0].subject;

  it('is the object that owns the report, where nothing else is named', () => {
    const ownerReferences = [
      { kind: 'ContainerImageScan', name: 'cart-630fc' },
      { kind: 'ReplicaSet', name: 'cart-7d9c8f5b6d' },
    ];
    expect(
      subjectWith({}, { metadata: { namespace: 'shop', ownerReferences } }),
    ).toEqual(cart);
  });

  it('is the pod that KubeArmor names in the properties', () => {
    expect(
      subjectWith({
        properties: {
          pod_name: 'cart-7d9c8f5b6d-x2k4t',
          namespace_name: 'shop',
        },
      }),
    ).toEqual(cart);
  });

  it('is the namespace of the report, else the cluster', () => {
    expect(subjectWith({})).toEqual({
      kind: 'namespace',
      name: 'shop',
      cluster: 'prod',
    });
    expect(subjectWith({}, { metadata: null })).toEqual({
      kind: 'cluster',
      name: 'prod',
      cluster: 'prod',
    });
  });

  it('is an artifact if its name is none of Kubernetes', () => {
    expect(
      subjectWith({
        resources: [
          { kind: 'Pod<b>', name: 'a/../c', namespace: 'kube-system%00' },
        ],
      }),
    ).toEqual({
      kind: 'artifact',
      name: 'kube-system%00/Pod<b>/a/../c',
      cluster: 'prod',
    });
  });
});

describe('the control of a result', () => {
  it('is the index of a benchmark where the rule is a whole section', () => {
    const report = parse(
      withResult({
        policy: 'Node Security',
        rule: 'Kubelet Files',
        result: 'warn',
        properties: { index: '4.1.10', remediation: 'chmod 600 the file' },
      }),
    );
    expect(report.findings[0]).toMatchObject({
      id: 'policy-report/node security/4.1.10',
      title: 'Node Security: 4.1.10',
      remediation: 'chmod 600 the file',
    });
  });

  it('names a container only if there is one', () => {
    const containerOf = (result: object) =>
      parse(withResult({ policy: 'p', result: 'pass', ...result })).passes[0]
        .container;
    expect(containerOf({ message: `container 'app' is fine` })).toBe('app');
    expect(
      containerOf({ message: 'container "a" and container "b" are fine' }),
    ).toBeUndefined();
    expect(containerOf({ properties: { container_name: 'web' } })).toBe('web');
    expect(
      containerOf({ properties: { container_name: 'a, b' } }),
    ).toBeUndefined();
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
    [
      { policy: ' ', result: 'fail' },
      'policy: expected the name of a policy',
    ],
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
