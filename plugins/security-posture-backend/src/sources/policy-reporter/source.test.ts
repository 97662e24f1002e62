import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceReport } from 'backstage-plugin-security-posture-node';
import { policyReporterSource } from './source';

const context = {
  cluster: 'prod',
  receivedAt: new Date('2026-01-05T09:00:00Z'),
};
const result: Record<string, unknown> = JSON.parse(
  readFileSync(join(__dirname, '__fixtures__', 'result.json'), 'utf8'),
);
const heartbeat = { event: 'heartbeat', time: '2026-01-05T08:30:00Z' };

function parse(...values: Record<string, unknown>[]): SourceReport {
  const documents = values.map((value, index) => ({
    value,
    path: `$[${index}]`,
  }));
  return policyReporterSource.parse(documents, context)[0];
}

const cart = {
  kind: 'workload',
  cluster: 'prod',
  namespace: 'shop',
  workloadKind: 'Deployment',
  name: 'cart',
};

describe('recognising a result of Policy Reporter', () => {
  it('needs no priority, which newer versions leave out', () => {
    const { priority, ...newer } = result;
    expect(priority).toBe('warning');
    expect(policyReporterSource.recognise(result)).toBe(true);
    expect(policyReporterSource.recognise(newer)).toBe(true);
  });

  it('takes a heartbeat', () => {
    expect(policyReporterSource.recognise(heartbeat)).toBe(true);
  });

  it('leaves events of Falco, reports and lists alone', () => {
    expect(
      policyReporterSource.recognise({ rule: 'r', priority: 'p', output: '' }),
    ).toBe(false);
    expect(policyReporterSource.recognise({ results: [result] })).toBe(false);
    expect(policyReporterSource.recognise([result])).toBe(false);
    expect(policyReporterSource.recognise({ ...result, resource: null })).toBe(
      false,
    );
  });
});

describe('a result that failed', () => {
  const report = parse(result);

  it('is a decision on its resource', () => {
    expect(report.subject).toEqual({
      kind: 'cluster',
      name: 'prod',
      cluster: 'prod',
    });
    expect(report.read).toEqual({ 'policy-result': 1 });
    expect(report.decisions).toEqual([
      {
        subject: cart,
        engine: 'kyverno',
        policy: 'require-run-as-nonroot',
        rule: 'run-as-non-root',
        action: 'audit',
        outcome: 'fail',
        severity: 'medium',
        category: 'Pod Security Standards (Restricted)',
        message: result.message,
        at: '2026-01-05T08:00:00.000Z',
      },
    ]);
  });

  it('is a misconfiguration, and closes nothing', () => {
    expect(report.findings).toEqual([
      {
        kind: 'misconfiguration',
        subject: cart,
        id: 'kyverno/require-run-as-nonroot/run-as-non-root',
        severity: 'medium',
        title: 'A container may not run as root.',
        message: result.message,
        references: [],
        category: 'Pod Security Standards (Restricted)',
      },
    ]);
    expect(report.scopes).toEqual([]);
  });
});

describe('several results', () => {
  it('fold into one report, with heartbeats beside them', () => {
    const report = parse(
      result,
      { ...result, status: 'pass' },
      { ...result, status: 'unheard of' },
      heartbeat,
    );
    expect(report.read).toEqual({ 'policy-result': 3, event: 1 });
    expect(report.decisions.map(({ action }) => action)).toEqual([
      'audit',
      'allow',
    ]);
    expect(report.passes).toHaveLength(1);
    expect(report.skipped).toEqual([
      {
        path: '$[2]',
        kind: 'policy-result',
        reason:
          'result: expected pass, fail, warn, error or skip, got unheard of',
      },
    ]);
    expect(report.sensorEvents).toEqual([
      {
        message: 'Policy Reporter is alive',
        at: '2026-01-05T08:30:00.000Z',
        degraded: false,
      },
    ]);
  });
});

describe('the subject of a result', () => {
  const subjectWith = (more: object) =>
    parse({ ...result, ...more }).decisions[0].subject;

  it('is in the cluster that a custom field names', () => {
    expect(subjectWith({ properties: { cluster: 'staging' } })).toEqual({
      ...cart,
      cluster: 'staging',
    });
  });

  it('is the cluster if the resource is empty', () => {
    expect(
      subjectWith({
        resource: { apiVersion: '', kind: '', name: '', uid: '' },
      }),
    ).toEqual({ kind: 'cluster', name: 'prod', cluster: 'prod' });
  });
});

it('has no time where Go wrote its zero', () => {
  for (const creationTimestamp of [
    '0001-01-01T00:00:00Z',
    '1970-01-01T00:00:00Z',
    { seconds: { toString: null } },
  ]) {
    expect(
      parse({ ...result, creationTimestamp }).decisions[0].at,
    ).toBeUndefined();
  }
});
