import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceReport } from 'backstage-plugin-security-posture-node';
import { falcoSource } from './source';

const context = {
  cluster: 'prod',
  receivedAt: new Date('2026-01-05T12:30:00Z'),
};

function read(name: string): string {
  return readFileSync(join(__dirname, '__fixtures__', name), 'utf8');
}

function parse(...events: Record<string, unknown>[]): SourceReport {
  const documents = events.map((value, index) => ({
    value,
    path: `line ${index + 1}`,
  }));
  return falcoSource.parse(documents, context)[0];
}

function parseLines(name: string): SourceReport {
  return parse(
    ...read(name)
      .trim()
      .split('\n')
      .map(line => JSON.parse(line)),
  );
}

const event = {
  rule: 'A rule',
  priority: 'Notice',
  output: 'It happened',
  time: '2026-01-05T10:00:00Z',
};

describe('recognising an event of Falco', () => {
  it('takes rule and priority with an output or its fields', () => {
    expect(falcoSource.recognise(event)).toBe(true);
    expect(
      falcoSource.recognise({ rule: 'r', priority: 'p', output_fields: null }),
    ).toBe(true);
  });

  it('looks into the envelope of falcosidekick-ui', () => {
    expect(falcoSource.recognise({ event, outputs: [] })).toBe(true);
    expect(falcoSource.recognise({ event: 'heartbeat' })).toBe(false);
    expect(falcoSource.recognise({ event: null })).toBe(false);
  });

  it('leaves results of Policy Reporter and lists alone', () => {
    expect(
      falcoSource.recognise({ policy: 'p', rule: 'r', priority: 'warning' }),
    ).toBe(false);
    expect(falcoSource.recognise([event])).toBe(false);
  });
});

describe('events on stdout', () => {
  const report = parseLines('stdout.ndjson');

  it('fold into one report of the cluster', () => {
    expect(report.subject).toEqual({
      kind: 'cluster',
      name: 'prod',
      cluster: 'prod',
    });
    expect(report.read).toEqual({ alert: 3 });
    expect(report.skippedTotal).toBe(0);
    expect(report.scopes).toEqual([]);
  });

  it('are alerts of the workload behind the pod', () => {
    expect(report.alerts[0]).toEqual({
      subject: {
        kind: 'workload',
        cluster: 'prod',
        namespace: 'shop',
        workloadKind: 'Deployment',
        name: 'checkout',
      },
      rule: 'Terminal shell in container',
      severity: 'low',
      message:
        '10:15:30.125000000: Notice A shell was started | user=root shell=sh',
      at: '2026-01-05T10:05:30.125Z',
      container: 'app',
      image: { kind: 'image', name: 'ghcr.io/acme/shop', tag: '1.4.2' },
      process: '/bin/busybox',
      user: 'root',
      pod: 'checkout-7d9c8f5b6d-x2k4t',
      node: 'worker-1',
      tags: ['T1059', 'container', 'mitre_execution'],
    });
  });

  it('are alerts of the node outside of a pod', () => {
    expect(report.alerts[1]).toEqual({
      subject: { kind: 'node', name: 'worker-2', cluster: 'prod' },
      rule: 'Write below binary dir',
      severity: 'high',
      message:
        '10:16:00.000000000: Error A file below /bin was opened for writing',
      at: '2026-01-05T10:06:00.000Z',
      process: 'touch',
      node: 'worker-2',
      tags: [],
    });
  });

  it('of the audit log are alerts of what was asked for, not of the reader’s host', () => {
    expect(report.alerts[2]).toMatchObject({
      subject: {
        kind: 'workload',
        namespace: 'shop',
        workloadKind: 'StatefulSet',
        name: 'db',
      },
      user: 'jane',
    });
    expect(report.alerts[2].node).toBeUndefined();
  });
});

describe('an event from falcosidekick', () => {
  const report = parse(JSON.parse(read('sidekick-ui.json')));

  it('keeps its id, to count it once', () => {
    expect(report.alerts[0].eventId).toBe(
      '3f0b0a5e-6a39-4d0f-9d0e-2f2b6a0a8c11',
    );
  });

  it('is at least high if an intruder does such things', () => {
    expect(report.alerts[0].severity).toBe('high');
  });

  it('keeps the image whose tag is none', () => {
    expect(report.alerts[0].image).toEqual({
      kind: 'image',
      name: 'docker.io/library/alpine',
    });
  });

  it('belongs to the CronJob behind the pod', () => {
    expect(report.alerts[0].subject).toMatchObject({
      workloadKind: 'CronJob',
      name: 'nightly',
    });
  });
});

describe('what Falco says of itself', () => {
  const report = parseLines('internal.ndjson');

  it('is no alert, and read all the same', () => {
    expect(report.alerts).toEqual([]);
    expect(report.read).toEqual({ alert: 4 });
    expect(report.skippedTotal).toBe(0);
    expect(report.tool).toEqual({ name: 'falco', version: '0.41.0' });
  });

  it('tells whether coverage suffers', () => {
    expect(report.sensorEvents).toEqual([
      {
        message: 'Falco internal: metrics snapshot: Falco metrics snapshot',
        at: '2026-01-05T10:00:00.000Z',
        degraded: false,
      },
      {
        message: 'Falco internal: metrics snapshot: Falco metrics snapshot',
        at: '2026-01-05T11:00:00.000Z',
        degraded: true,
      },
      {
        message:
          'Falco internal: syscall event drop. 120 system calls dropped in last second.',
        at: '2026-01-05T11:30:00.000Z',
        degraded: true,
      },
      {
        message: 'Test rule: This is a test from falcosidekick',
        at: '2026-01-05T12:00:00.000Z',
        degraded: false,
      },
    ]);
  });
});

describe('an event that lacks parts', () => {
  it('is kept without fields, tags or output', () => {
    const { rule, priority, time } = event;
    expect(
      parse({ rule, priority, time, output_fields: null }).alerts[0],
    ).toEqual({
      subject: { kind: 'cluster', name: 'prod', cluster: 'prod' },
      rule: 'A rule',
      severity: 'low',
      message: 'A rule',
      at: '2026-01-05T10:00:00.000Z',
      tags: [],
    });
  });

  it('is skipped without a rule, and does not cost the others', () => {
    const report = parse({ ...event, rule: null }, event);
    expect(report.read).toEqual({ alert: 2 });
    expect(report.alerts).toHaveLength(1);
    expect(report.skipped).toEqual([
      {
        path: 'line 1',
        kind: 'alert',
        reason: 'rule: Invalid input: expected string, received null',
      },
    ]);
  });

  it('has no time if its time is absurd', () => {
    const absurd = [
      ...['9999-12-31T23:59:59Z', '0001-01-01T00:00:00Z', 5],
      { seconds: { toString: null } },
    ];
    for (const time of absurd) {
      expect(parse({ ...event, time }).alerts[0].at).toBeUndefined();
    }
  });

  it('is an artifact’s if its pod is none of Kubernetes', () => {
    const output_fields = { 'k8s.ns.name': 'a%00', 'k8s.pod.name': '../x' };
    expect(parse({ ...event, output_fields }).alerts[0].subject).toEqual({
      kind: 'artifact',
      name: 'a%00/Pod/../x',
      cluster: 'prod',
    });
  });
});

it('has nothing to say about no events', () => {
  expect(falcoSource.parse([], context)).toEqual([]);
});
