import { InputError } from '@backstage/errors';
import type {
  SourceContext,
  SourceDocument,
} from 'backstage-plugin-security-posture-node';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeBody } from '../../ingest/decode';
import { tetragonSource } from './source';

const context: SourceContext = {
  cluster: 'prod',
  receivedAt: new Date('2026-05-04T09:00:00Z'),
};

const { documents } = decodeBody(
  readFileSync(join(__dirname, '__fixtures__', 'events.ndjson')),
);

function parse(...values: Record<string, unknown>[]) {
  const list: SourceDocument[] = values.map((value, index) => ({
    value,
    path: `line ${index + 1}`,
  }));
  return tetragonSource.parse(list, context);
}

describe('a batch of events', () => {
  const [report, edge, ...more] = tetragonSource.parse(documents, context);

  it('is one report for each cluster', () => {
    expect(more).toEqual([]);
    expect(report.subject).toEqual({
      kind: 'cluster',
      name: 'prod',
      cluster: 'prod',
    });
    expect(edge.subject.name).toBe('edge');
    expect(report.scopes).toEqual([]);
  });

  it('counts telemetry and alerts apart', () => {
    expect(report.read).toEqual({ event: 6, alert: 3 });
    expect(edge.read).toEqual({ alert: 1 });
    expect(report.alerts).toHaveLength(2);
  });

  it('reads what a policy stopped, without arguments', () => {
    expect(report.alerts[0]).toEqual({
      subject: {
        kind: 'workload',
        cluster: 'prod',
        namespace: 'shop',
        workloadKind: 'Deployment',
        name: 'basket',
        labels: { app: 'basket' },
      },
      rule: 'guard-accounts',
      severity: 'high',
      message: '/usr/bin/cat called security_file_permission on /etc/shadow',
      at: '2026-05-04T08:01:02.345Z',
      container: 'app',
      image: {
        kind: 'image',
        name: 'registry.example.org/shop/basket',
        tag: '4.2.0',
        digest: `sha256:${'1'.repeat(64)}`,
      },
      process: '/usr/bin/cat',
      user: '0',
      pod: 'basket-7c9d5b6f48-x7k2p',
      node: 'node-1',
      tags: [
        'observability.filesystem',
        'maybe-exec-probe',
        'not-in-init-tree',
      ],
      blocked: true,
      eventId:
        'bm9kZS0xOjI6NDI=|2026-05-04T08:01:02.345678901Z|process_kprobe|guard-accounts|security_file_permission',
    });
    expect(JSON.stringify(report)).not.toContain('hunter2');
    expect(JSON.stringify(report)).not.toContain('not for anyone');
  });

  it('takes a severity from a tag, and names the hook of a tracepoint', () => {
    expect(report.alerts[1]).toMatchObject({
      subject: { workloadKind: 'StatefulSet', name: 'queue' },
      rule: 'watch-sockets',
      severity: 'low',
      message:
        '/usr/bin/nc called sock/inet_sock_set_state on 203.0.113.9:4444',
      user: 'app',
      image: { name: 'docker.io/example/queue', tag: '2' },
    });
    expect(report.alerts[1].image).not.toHaveProperty('digest');
    expect(report.alerts[1]).not.toHaveProperty('blocked');
  });

  it('speaks of the node when the process is in no pod', () => {
    expect(edge.alerts).toEqual([
      expect.objectContaining({
        subject: { kind: 'node', name: 'node-1', cluster: 'edge' },
        message: 'A kernel module was asked for',
        blocked: true,
      }),
    ]);
  });

  it('tells when Tetragon drops or throttles events', () => {
    expect(report.sensorEvents).toEqual([
      {
        message:
          'Tetragon dropped 17 events over its export rate limit on node-1',
        at: '2026-05-04T08:05:00.000Z',
        degraded: true,
      },
      {
        message: 'Tetragon no longer throttles a container on node-1',
        at: '2026-05-04T08:06:00.000Z',
        degraded: false,
      },
    ]);
  });

  it('skips what it cannot read with path and reason', () => {
    expect(report.skipped).toEqual([
      {
        path: 'line 9.process_exec.process',
        kind: 'event',
        reason: 'expected a process',
      },
      {
        path: 'line 10.process_lsm',
        kind: 'alert',
        reason: expect.stringContaining('process.binary'),
      },
    ]);
  });
});

describe('a line', () => {
  const process = { binary: '/bin/sh' };

  it('with two events is skipped', () => {
    const [report] = parse({
      process_exec: { process },
      process_exit: { process },
    });
    expect(report.skipped[0].reason).toBe(
      'expected one event, got process_exec and process_exit',
    );
  });

  it('without a policy is an alert if something was stopped', () => {
    const [report] = parse({
      process_kprobe: {
        process,
        function_name: 'tcp_connect',
        action: 'KPROBE_ACTION_OVERRIDE',
      },
    });
    expect(report.alerts).toMatchObject([
      { rule: 'tcp_connect', severity: 'high', blocked: true },
    ]);
  });

  it('has an unknown severity if nothing was stopped and no tag tells', () => {
    const [report] = parse({
      process_uprobe: { process, symbol: 'main', policy_name: 'watch' },
    });
    expect(report.alerts[0].severity).toBe('unknown');
  });

  it('of a clock that is broken has no time', () => {
    const [report] = parse({
      process_lsm: { process, policy_name: 'p' },
      time: '0001-01-01T00:00:00Z',
    });
    expect(report.alerts[0]).not.toHaveProperty('at');
  });

  it('that is no event is an error alone, and skipped among others', () => {
    expect(() => parse({ time: 'x' })).toThrow(InputError);
    expect(() => parse({ time: 'x' })).toThrow(/^tetragon: line 1: expected/);
    const [report] = parse({ time: 'x' }, { process_exec: { process } });
    expect(report.read).toEqual({ event: 2 });
    expect(report.skippedTotal).toBe(1);
  });
});

describe('recognition', () => {
  it.each([[{ process_exec: null }], [{ process: {} }], [[]], [{}]])(
    'leaves %j alone',
    document => {
      expect(tetragonSource.recognise(document)).toBe(false);
    },
  );
});
