import deploy from './__fixtures__/deploy.json';
import runtime from './__fixtures__/runtime.json';
import { parse } from './__testUtils__/parse';

const basket = {
  kind: 'workload',
  cluster: 'edge',
  namespace: 'shop',
  workloadKind: 'Deployment',
  name: 'basket',
  labels: { app: 'basket' },
};

describe('an alert of the generic webhook', () => {
  const [report, ...more] = parse(runtime);

  it('is an alert of the workload', () => {
    expect(more).toEqual([]);
    expect(report.subject).toEqual({
      kind: 'cluster',
      name: 'edge',
      cluster: 'edge',
    });
    expect(report.read).toEqual({ alert: 1 });
    expect(report.scopes).toEqual([]);
    expect(report.alerts).toEqual([
      {
        subject: basket,
        rule: 'Unexpected download tool',
        severity: 'high',
        message: "Binary '/usr/bin/fetch' executed under user ID 1000",
        at: '2026-05-04T08:00:00.500Z',
        container: 'app',
        image: {
          kind: 'image',
          name: 'registry.example.org/shop/basket',
          tag: '4.2.0',
          digest: `sha256:${'1'.repeat(64)}`,
        },
        process: '/usr/bin/fetch',
        user: '1000',
        pod: 'basket-7c9d5b6f48-x7k2p',
        tags: ['Anomalous Activity'],
        blocked: true,
        eventId:
          '0a0a0a0a-0000-4000-8000-000000000001@2026-05-04T08:00:00.500Z',
      },
    ]);
  });

  it('loses the arguments of processes', () => {
    expect(JSON.stringify(report)).not.toContain('hunter2');
  });

  it('says that it is over when RHACS resolves it', () => {
    const [resolved] = parse({
      alert: {
        ...runtime.alert,
        state: 'RESOLVED',
        resolvedAt: '2026-05-04T08:30:00Z',
      },
    });
    expect(resolved.alerts).toMatchObject([
      { resolved: true, at: '2026-05-04T08:30:00.000Z' },
    ]);
  });

  it('reads enums that are numbers', () => {
    const { policy } = runtime.alert;
    const [numbers] = parse({
      alert: {
        ...runtime.alert,
        policy: { ...policy, severity: 4 },
        lifecycleStage: 2,
        state: 2,
        enforcement: { action: 0 },
      },
    });
    expect(numbers.alerts[0]).toMatchObject({
      severity: 'critical',
      resolved: true,
    });
    expect(numbers.alerts[0]).not.toHaveProperty('blocked');
  });

  it('takes the cluster of a custom field if the alert names none', () => {
    const { deployment, clusterName: _, ...alert } = runtime.alert;
    const { clusterName: __, ...nameless } = deployment;
    const [other] = parse({
      alert: { ...alert, deployment: nameless },
      cluster: 'sent-by-field',
    });
    expect(other.alerts[0].subject).toMatchObject({ cluster: 'sent-by-field' });
  });

  it('reads the facts of a Kubernetes event', () => {
    const { processViolation: _, ...alert } = runtime.alert;
    const [event] = parse({
      alert: {
        ...alert,
        violations: [
          {
            message: "Kubernetes API received exec request into pod 'b'",
            keyValueAttrs: {
              attrs: [
                { key: 'pod', value: 'b' },
                { key: 'container', value: 'proxy' },
                { key: 'Username', value: 'kim' },
              ],
            },
          },
        ],
      },
    });
    expect(event.alerts[0]).toMatchObject({
      pod: 'b',
      container: 'proxy',
      user: 'kim',
      image: { name: 'registry.example.org/net/proxy' },
      message: "Kubernetes API received exec request into pod 'b'",
    });
  });
});

describe('an alert without a stage', () => {
  const [report] = parse(deploy);
  const subject = {
    kind: 'workload',
    cluster: 'edge',
    namespace: 'logs',
    workloadKind: 'DaemonSet',
    name: 'collector',
  };

  it('is a misconfiguration of the workload', () => {
    expect(report.generatedAt).toBe('2026-05-04T08:00:00.000Z');
    expect(report.subject).toEqual(subject);
    expect(report.read).toEqual({ misconfiguration: 1 });
    expect(report.findings).toEqual([
      {
        kind: 'misconfiguration',
        subject,
        id: 'stackrox/privileged container',
        severity: 'medium',
        title: 'Privileged Container',
        message:
          "Container 'tail' is privileged\nContainer 'ship' is privileged",
        remediation: 'Take privileged mode away.',
        references: [],
        category: 'Privileges',
      },
    ]);
    expect(report.workloads).toMatchObject([
      {
        subject,
        containers: [
          { name: 'tail', image: { name: 'registry.example.org/logs/tail' } },
        ],
      },
    ]);
  });

  it('speaks for its policy alone, and closes it when resolved', () => {
    const scopes = [
      {
        kind: 'misconfiguration',
        subject,
        part: 'stackrox/privileged container',
        complete: true,
      },
    ];
    expect(report.scopes).toEqual(scopes);
    const [resolved] = parse({
      ...deploy,
      state: 'RESOLVED',
      resolvedAt: '2026-05-04T08:40:00Z',
    });
    expect(resolved).toMatchObject({
      generatedAt: '2026-05-04T08:40:00.000Z',
      findings: [],
      scopes,
      passes: [{ id: 'stackrox/privileged container' }],
      read: { misconfiguration: 1 },
      skippedTotal: 0,
    });
  });

  it('of an image speaks of the image', () => {
    const { deployment: _, ...alert } = deploy;
    const [built] = parse({
      ...alert,
      lifecycleStage: 'BUILD',
      image: { name: { fullName: 'registry.example.org/logs/tail:2' } },
    });
    expect(built.subject).toEqual({
      kind: 'image',
      name: 'registry.example.org/logs/tail',
      tag: '2',
    });
  });
});
