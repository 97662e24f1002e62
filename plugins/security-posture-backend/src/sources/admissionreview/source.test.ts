import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { admissionreviewSource } from './source';

const context = {
  receivedAt: new Date('2031-03-03T00:00:00Z'),
  cluster: 'prod',
};

function fixture(name: string) {
  return JSON.parse(
    readFileSync(join(__dirname, '__fixtures__', name), 'utf8'),
  );
}

function parse(value: any) {
  const [report] = admissionreviewSource.parse([{ value, path: '$' }], context);
  return report;
}

function review(request: object, response?: unknown) {
  const original = fixture('request.json');
  return {
    ...original,
    request: { ...original.request, ...request },
    response,
  };
}

const subject = {
  kind: 'workload',
  cluster: 'prod',
  namespace: 'shop',
  workloadKind: 'Deployment',
  name: 'checkout',
};

describe('admissionreviewSource', () => {
  it('keeps the object of a request that nobody has answered yet', () => {
    const report = parse(fixture('request.json'));
    expect(report.read).toEqual({ workload: 1 });
    expect(report.decisions).toEqual([]);
    expect(report.subject).toEqual({
      ...subject,
      labels: { team: 'payments' },
    });
    expect(report.workloads).toHaveLength(1);
    expect(report.workloads[0]).toMatchObject({
      subject,
      annotations: { 'a8r.io/owner': '@payments' },
      containers: [{ name: 'app' }],
      spec: { kind: 'Deployment', replicas: 2 },
    });
    expect(JSON.stringify(report)).not.toContain('do-not-keep-me');
  });

  it('reads a refusal policy by policy, and keeps no object', () => {
    const report = parse(fixture('denied.json'));
    expect(report.read).toEqual({ decision: 3 });
    expect(report.workloads).toEqual([]);
    expect(report.decisions[0]).toEqual({
      subject: { ...subject, labels: { team: 'payments' } },
      engine: 'gatekeeper',
      policy: 'only-our-registry',
      action: 'deny',
      outcome: 'fail',
      severity: 'unknown',
      message: 'container <app> comes from <docker.io>',
      actor: 'jane@example.test',
      operation: 'CREATE',
      eventId: '11111111-2222-4333-8444-555555555555#0',
      images: [
        { kind: 'image', name: 'registry.example/shop/checkout', tag: '2.0' },
      ],
    });
    expect(
      report.decisions.map(({ policy, action, outcome }) => [
        policy,
        action,
        outcome,
      ]),
    ).toEqual([
      ['only-our-registry', 'deny', 'fail'],
      ['need-probes', 'deny', 'fail'],
      ['need-team', 'warn', 'warn'],
    ]);
  });

  it('reads the warnings of a request that was let in, and keeps its object', () => {
    const report = parse(fixture('warned.json'));
    expect(report.read).toEqual({ decision: 3, workload: 1 });
    expect(
      report.decisions.map(({ engine, policy, rule, action }) => [
        engine,
        policy,
        rule,
        action,
      ]),
    ).toEqual([
      ['pod-security', 'restricted', 'runAsNonRoot != true', 'warn'],
      ['validating-admission-policy', 'replica-floor', 'all', 'warn'],
      ['webhook', 'unnamed', undefined, 'warn'],
    ]);
  });

  it('reads what was let in without a word', () => {
    const report = parse(review({}, { uid: 'u', allowed: true }));
    expect(report.read).toEqual({ decision: 1, workload: 1 });
    expect(report.decisions[0]).toMatchObject({
      engine: 'webhook',
      action: 'allow',
      outcome: 'pass',
    });
  });

  it('reads a request without its envelope', () => {
    const { request } = fixture('request.json');
    expect(admissionreviewSource.recognise(request)).toBe(true);
    expect(parse(request).workloads).toEqual(
      parse(fixture('request.json')).workloads,
    );
  });

  it.each([
    ['a dry run', { dryRun: true }, 'the request was a dry run'],
    [
      'a subresource',
      { subResource: 'scale' },
      'subResource: scale is no configuration',
    ],
    [
      'a deletion',
      { operation: 'DELETE', object: null },
      'object: DELETE carries none',
    ],
    [
      'an object of no interest',
      {
        object: {
          apiVersion: 'example.org/v1',
          kind: 'X',
          metadata: { name: 'x' },
        },
      },
      'object: X is not part of the inventory',
    ],
  ])('skips %s with a reason', (_, request, reason) => {
    expect(parse(review(request)).skipped).toEqual([
      { path: '$.request', kind: 'workload', reason },
    ]);
  });

  it('does not take a dry run for a decision', () => {
    const report = parse(review({ dryRun: true }, { allowed: false }));
    expect(report.read).toEqual({ decision: 1 });
    expect(report.skipped).toEqual([
      {
        path: '$.response',
        kind: 'decision',
        reason: 'the request was a dry run',
      },
    ]);
  });

  it('names a deleted object by the old one, and a session by its pod', () => {
    const { object } = fixture('request.json').request;
    expect(
      parse(review({ operation: 'DELETE', object: null, oldObject: object }))
        .subject,
    ).toMatchObject(subject);
    expect(
      parse(
        review(
          {
            operation: 'CONNECT',
            subResource: 'exec',
            kind: { group: '', version: 'v1', kind: 'PodExecOptions' },
            name: 'ledger-0',
            object: {
              apiVersion: 'v1',
              kind: 'PodExecOptions',
              command: ['sh'],
            },
          },
          { allowed: false, status: { message: 'no' } },
        ),
      ).decisions[0].subject,
    ).toMatchObject({ workloadKind: 'StatefulSet', name: 'ledger' });
  });

  it('skips an answer without its request, and one that does not say whether', () => {
    const alone = parse({
      kind: 'AdmissionReview',
      response: { uid: 'u', allowed: false },
    });
    expect(alone.read).toEqual({ decision: 1 });
    expect(alone.skipped[0].reason).toContain('request: ');
    const vague = parse(review({}, { allowed: 'perhaps' }));
    expect(vague.read).toEqual({ decision: 1 });
    expect(vague.skipped[0]).toMatchObject({ path: '$.response' });
  });

  it.each([
    [{ kind: 'AdmissionReview', apiVersion: 'admission.k8s.io/v1' }, true],
    [{ kind: 'AdmissionReview', apiVersion: 'admission.k8s.io/v1beta1' }, true],
    [{ kind: 'AdmissionReview', apiVersion: 'example.org/v1' }, false],
    [{ uid: 'a', operation: 'CREATE', kind: { kind: 'Pod' } }, false],
    [{}, false],
    [[], false],
  ])('recognises %j: %s', (document, expected) => {
    expect(admissionreviewSource.recognise(document)).toBe(expected);
  });
});
