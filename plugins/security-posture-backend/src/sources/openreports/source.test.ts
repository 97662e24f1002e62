import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { openReportsSource } from './source';

const context = {
  cluster: 'prod',
  receivedAt: new Date('2026-01-05T09:00:00Z'),
};

// JSON is YAML too.
function parse(name: string) {
  const text = readFileSync(join(__dirname, '__fixtures__', name), 'utf8');
  const value: Record<string, unknown> = parseYaml(text);
  expect(openReportsSource.recognise(value)).toBe(true);
  return openReportsSource.parse([{ value, path: '$' }], context)[0];
}

const cart = {
  kind: 'workload',
  cluster: 'prod',
  namespace: 'shop',
  workloadKind: 'Deployment',
  name: 'cart',
};

describe('recognising OpenReports', () => {
  it.each([
    ['openreports.io/v1alpha1', 'Report', true],
    ['openreports.io/v1alpha1', 'ClusterReport', true],
    ['openreports.io/v1alpha1', 'PolicyReport', true],
    ['openreports.io/v1alpha1', 'ClusterPolicyReport', true],
    ['openreports.io/v1alpha1', 'ReportList', false],
    ['wgpolicyk8s.io/v1alpha2', 'PolicyReport', false],
    [undefined, 'Report', false],
  ])('%s %s: %s', (apiVersion, kind, expected) => {
    expect(openReportsSource.recognise({ apiVersion, kind })).toBe(expected);
  });
});

describe('a merged report of the Kyverno CLI', () => {
  const report = parse('cluster-report.yaml');

  it('decides on each resource', () => {
    expect(report.read).toEqual({ 'policy-result': 2 });
    expect(report.tool).toEqual({ name: 'KyvernoValidatingPolicy' });
    expect(report.generatedAt).toBe('2026-01-05T08:00:00.000Z');
    expect(
      report.decisions.map(({ subject, action }) => [subject.name, action]),
    ).toEqual([
      ['cart', 'audit'],
      ['web', 'allow'],
    ]);
  });

  it('finds what failed and keeps what passed', () => {
    expect(report.findings).toEqual([
      {
        kind: 'misconfiguration',
        subject: cart,
        id: 'kyvernovalidatingpolicy/replica-limit',
        severity: 'unknown',
        title: 'At most two replicas are allowed',
        message: 'At most two replicas are allowed',
        references: [],
      },
    ]);
    expect(report.passes).toEqual([
      {
        subject: { ...cart, name: 'web' },
        id: 'kyvernovalidatingpolicy/replica-limit',
      },
    ]);
  });

  it('speaks for each of the two', () => {
    expect(
      report.scopes.map(({ kind, subject, complete }) => [
        kind,
        subject.name,
        complete,
      ]),
    ).toEqual([
      ['decision', 'cart', true],
      ['misconfiguration', 'cart', true],
      ['decision', 'web', true],
      ['misconfiguration', 'web', true],
    ]);
  });
});

describe('a report of an image scanner', () => {
  const report = parse('image-scan.json');

  it('takes the namespace that its scope leaves out from the report', () => {
    expect(report.subject).toEqual(cart);
  });

  it('tells vulnerabilities from misconfigurations', () => {
    expect(report.findings).toEqual([
      {
        kind: 'vulnerability',
        subject: cart,
        id: 'CVE-2025-47907',
        aliases: [],
        severity: 'high',
        title: 'database/sql: rows of another query may be scanned',
        message: 'database/sql: rows of another query may be scanned',
        references: ['https://avd.aquasec.com/nvd/cve-2025-47907'],
        package: { name: 'stdlib', version: 'v1.24.4' },
        fixedVersions: ['1.23.12', '1.24.6'],
        cvss: [],
        cwes: [],
      },
      {
        kind: 'misconfiguration',
        subject: cart,
        id: 'policy-scanner/runs-as-root-1',
        severity: 'medium',
        title: 'The process runs as root',
        message: 'The process runs as root',
        references: [],
        category: 'configuration scan',
      },
    ]);
  });
});
