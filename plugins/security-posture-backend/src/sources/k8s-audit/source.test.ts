import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeBody } from '../../ingest/decode';
import { k8sAuditSource } from './source';

const context = {
  receivedAt: new Date('2031-03-03T00:00:00Z'),
  cluster: 'prod',
};

function fixture(name: string) {
  return decodeBody(readFileSync(join(__dirname, '__fixtures__', name)))
    .documents;
}

function parse(name: string) {
  const [report, ...more] = k8sAuditSource.parse(fixture(name), context);
  expect(more).toEqual([]);
  return report;
}

function parseEvent(event: Record<string, unknown>) {
  const value = {
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    auditID: 'a',
    stage: 'ResponseComplete',
    verb: 'create',
    ...event,
  };
  const [report] = k8sAuditSource.parse([{ value, path: '$' }], context);
  return report;
}

function workload(workloadKind: string, name: string, labels?: object) {
  return {
    kind: 'workload',
    cluster: 'prod',
    namespace: 'shop',
    workloadKind,
    name,
    ...(labels ? { labels } : {}),
  };
}

describe('k8sAuditSource', () => {
  it('reads a refusal as a decision for each policy of each dialect', () => {
    const report = parse('denials.ndjson');
    expect(report.read).toEqual({ decision: 14, event: 1 });
    expect(report.skippedTotal).toBe(0);
    expect(report.subject).toEqual({
      kind: 'cluster',
      name: 'prod',
      cluster: 'prod',
    });
    expect(report.scopes).toEqual([]);
    expect(
      report.decisions.map(({ engine, policy, rule, subject }) => [
        engine,
        policy,
        rule,
        'workloadKind' in subject && `${subject.workloadKind}/${subject.name}`,
      ]),
    ).toEqual([
      ['kyverno', 'limit-memory', 'container-memory', 'CronJob/import'],
      ['kyverno', 'need-labels', 'need-team', 'CronJob/import'],
      ['kyverno', 'need-labels', 'need-tier', 'CronJob/import'],
      ['kyverno', 'no-latest', undefined, 'Deployment/checkout'],
      ['kyverno', 'signed-images', undefined, 'Deployment/checkout'],
      ['gatekeeper', 'only-our-registry', undefined, 'Deployment/checkout'],
      ['gatekeeper', 'need-probes', undefined, 'Deployment/checkout'],
      [
        'validating-admission-policy',
        'replica-limit',
        'replica-limit-shop',
        'Deployment/checkout',
      ],
      [
        'pod-security',
        'restricted',
        'allowPrivilegeEscalation != false',
        'Deployment/checkout',
      ],
      [
        'pod-security',
        'restricted',
        'unrestricted capabilities',
        'Deployment/checkout',
      ],
      ['pod-security', 'restricted', 'seccompProfile', 'Deployment/checkout'],
      ['stackrox', 'No Privileged Containers', undefined, 'Deployment/ledger'],
      ['stackrox', 'Old Image', undefined, 'Deployment/ledger'],
      ['webhook', 'ports.example.test', undefined, 'Service/checkout'],
    ]);
    expect(report.decisions.map(({ action }) => action)).toEqual(
      Array(14).fill('deny'),
    );
    expect(
      report.decisions.flatMap(({ policy, outcome }) =>
        outcome === 'error' ? policy : [],
      ),
    ).toEqual(['signed-images']);
  });

  it('keeps who asked for what, when, with which images', () => {
    expect(parse('denials.ndjson').decisions[5]).toEqual({
      subject: workload('Deployment', 'checkout', { app: 'checkout' }),
      engine: 'gatekeeper',
      policy: 'only-our-registry',
      action: 'deny',
      outcome: 'fail',
      severity: 'unknown',
      message:
        'container <app> comes from <docker.io>\nallowed: registry.example',
      at: '2031-02-01T10:00:03.123Z',
      actor: 'system:serviceaccount:kube-system:replicaset-controller',
      operation: 'CREATE',
      eventId:
        '00000000-0000-4000-8000-000000000003@2031-02-01T10:00:03.123456Z#0',
      images: [
        { kind: 'image', name: 'registry.example/shop/checkout', tag: '2.0' },
      ],
    });
  });

  it('reads audited violations of policies and of Pod Security', () => {
    const report = parse('admitted.ndjson');
    expect(report.read).toEqual({ decision: 6, workload: 3, event: 3 });
    expect(
      report.decisions.map(decision => [
        decision.engine,
        decision.policy,
        decision.rule,
        decision.action,
        decision.outcome,
        decision.operation,
      ]),
    ).toEqual([
      [
        'validating-admission-policy',
        'replica-floor',
        'replica-floor-all',
        'audit',
        'fail',
        'CREATE',
      ],
      [
        'validating-admission-policy',
        'need-team',
        'need-team-shop',
        'warn',
        'fail',
        'CREATE',
      ],
      [
        'pod-security',
        'restricted',
        'runAsNonRoot != true',
        'audit',
        'fail',
        'CREATE',
      ],
      [
        'pod-security',
        'restricted',
        'host namespaces',
        'audit',
        'fail',
        'CREATE',
      ],
      ['webhook', 'ports.example.test', undefined, 'allow', 'error', 'UPDATE'],
      [
        'validating-admission-policy',
        'replica-floor',
        'replica-floor-all',
        'deny',
        'fail',
        'CREATE',
      ],
    ]);
  });

  it('keeps the objects that were let in, without their secrets', () => {
    const report = parse('admitted.ndjson');
    expect(
      report.workloads.map(({ subject, spec, at }) => [
        subject.name,
        spec.kind,
        spec.replicas,
        spec.podSecurity,
        at,
      ]),
    ).toEqual([
      ['checkout', 'Deployment', 2, undefined, '2031-02-01T10:00:18.123Z'],
      [
        'checkout',
        'Pod',
        undefined,
        { enforce: 'baseline:latest' },
        '2031-02-01T10:00:19.123Z',
      ],
      ['checkout', 'Deployment', 3, undefined, '2031-02-01T10:00:20.123Z'],
    ]);
    expect(report.workloads[0].annotations).toEqual({
      'a8r.io/owner': '@payments',
    });
    expect(JSON.stringify(report)).not.toContain('do-not-keep-me');
  });

  it('counts an event that was delivered twice once', () => {
    expect(parse('admitted.ndjson').skipped).toEqual([
      { path: 'line 6', kind: 'event', reason: 'the same event as line 1' },
    ]);
  });

  it('does not take another request for a delivery because its client chose the same id', () => {
    const event = (second: number) => ({
      auditID: 'chosen',
      stage: 'ResponseComplete',
      verb: 'get',
      objectRef: { resource: 'pods', subresource: 'exec', name: `a-${second}` },
      requestReceivedTimestamp: `2031-02-01T10:00:0${second}.000000Z`,
    });
    const documents = [1, 2].map(second => ({
      value: event(second),
      path: `line ${second}`,
    }));
    const [report] = k8sAuditSource.parse(documents, context);
    expect(report.read).toEqual({ alert: 2 });
    expect(new Set(report.alerts.map(({ eventId }) => eventId)).size).toBe(2);
  });

  it('reads sessions and reads of secrets as alerts, at their start', () => {
    const report = parse('accesses.json');
    expect(report.read).toEqual({ alert: 6, event: 4 });
    expect(
      report.alerts.map(({ rule, severity, subject, user, blocked }) => [
        rule,
        severity,
        subject.name,
        user,
        blocked,
      ]),
    ).toEqual([
      ['Exec into pod', 'high', 'checkout', 'jane@example.test', false],
      ['Attach to pod', 'high', 'ledger', 'sam@example.test', true],
      ['Port forward to pod', 'medium', 'ledger', 'sam@example.test', false],
      [
        'Debug container added to pod',
        'high',
        'ledger',
        'sam@example.test',
        false,
      ],
      [
        'Secret read',
        'medium',
        'database',
        'system:serviceaccount:shop:report-writer',
        false,
      ],
      [
        'Secrets listed',
        'high',
        'prod',
        'jane@example.test as system:admin',
        false,
      ],
    ]);
    expect(report.alerts[0]).toEqual({
      subject: workload('Deployment', 'checkout'),
      rule: 'Exec into pod',
      severity: 'high',
      message:
        'jane@example.test ran a command in shop/checkout-6d4f5b7c9d-x2k4t from 10.1.0.9',
      at: '2031-02-01T10:00:09.123Z',
      container: 'app',
      process: '/bin/sh',
      user: 'jane@example.test',
      pod: 'checkout-6d4f5b7c9d-x2k4t',
      tags: ['k8s_audit', 'mitre_execution', 'T1609'],
      blocked: false,
      eventId:
        '00000000-0000-4000-8000-000000000009@2031-02-01T10:00:09.123456Z',
    });
  });

  it('keeps neither the arguments of a command nor the data of a secret', () => {
    const text = JSON.stringify(parse('accesses.json'));
    expect(text).not.toContain('hunter2');
    expect(text).not.toContain('c3dvcmRmaXNo');
  });

  it('leaves the cluster’s own reads of secrets, dry runs and refusals of RBAC as events', () => {
    const read = {
      verb: 'get',
      objectRef: { resource: 'secrets', namespace: 'a', name: 'b' },
    };
    for (const username of [
      'system:node:a',
      'system:apiserver',
      'system:serviceaccount:kube-system:generic-garbage-collector',
    ]) {
      expect(parseEvent({ ...read, user: { username } }).read).toEqual({
        event: 1,
      });
    }
    expect(
      parseEvent({
        ...read,
        user: { username: 'system:node:a' },
        impersonatedUser: { username: 'x' },
      }).read,
    ).toEqual({ alert: 1 });
  });

  it('keeps a user name on one line', () => {
    const { alerts } = parseEvent({
      verb: 'get',
      objectRef: { resource: 'secrets', namespace: 'a', name: 'b' },
      user: { username: 'admin\n2031-01-01 INFO\tlogin' },
    });
    expect(alerts[0].user).toBe('admin 2031-01-01 INFO login');
  });

  it('names the namespace, or the cluster, where no object is named', () => {
    const refused = {
      responseStatus: {
        code: 403,
        message: 'admission webhook "a.example" denied the request: no',
      },
    };
    const subjectOf = (objectRef: unknown) =>
      parseEvent({ ...refused, objectRef }).decisions[0].subject;
    expect(subjectOf({ resource: 'pods', namespace: 'shop' })).toEqual({
      kind: 'namespace',
      name: 'shop',
      cluster: 'prod',
    });
    expect(subjectOf(null)).toEqual({
      kind: 'cluster',
      name: 'prod',
      cluster: 'prod',
    });
    expect(
      subjectOf({ resource: 'pods', namespace: 'shop%00', name: '../a' }),
    ).toEqual({
      kind: 'artifact',
      name: 'shop%00/Pod/../a',
      cluster: 'prod',
    });
    expect(subjectOf({ resource: 'namespaces', name: 'shop' })).toEqual({
      kind: 'namespace',
      name: 'shop',
      cluster: 'prod',
    });
  });

  it('skips with a reason what it cannot read', () => {
    const key = 'validation.policy.admission.k8s.io/validation_failure';
    const path = `$.annotations["${key}"]`;
    const skippedOf = (text: unknown) =>
      parseEvent({ annotations: { [key]: text } }).skipped;
    expect(skippedOf('not json')).toEqual([
      { path, kind: 'decision', reason: 'expected a list as JSON' },
    ]);
    expect(skippedOf('{"policy":"p"}')).toEqual([
      { path, kind: 'decision', reason: 'expected a list, got object' },
    ]);
    expect(skippedOf('[{"policy":"p"},{"policy":7}]')).toEqual([
      {
        path: `${path}[1]`,
        kind: 'decision',
        reason: expect.stringContaining('policy: '),
      },
    ]);
    const damaged = parseEvent({ auditID: 5 });
    expect(damaged.read).toEqual({ event: 1 });
    expect(damaged.skipped[0].reason).toContain('auditID: ');
  });

  it.each([
    ['an event', { kind: 'Event', apiVersion: 'audit.k8s.io/v1' }, true],
    ['a list', { kind: 'EventList', apiVersion: 'audit.k8s.io/v1beta1' }, true],
    ['an untyped item of a list', { auditID: 'a', stage: 'x' }, true],
    ['an event without version', { kind: 'Event', auditID: 'a' }, true],
    ['an Event of core', { kind: 'Event', apiVersion: 'v1' }, false],
    ['a policy', { kind: 'Policy', apiVersion: 'audit.k8s.io/v1' }, false],
    ['an empty object', {}, false],
    ['a list of anything', [{ auditID: 'a' }], false],
  ])('recognises %s: %#', (_, document, expected) => {
    expect(k8sAuditSource.recognise(document)).toBe(expected);
  });
});
