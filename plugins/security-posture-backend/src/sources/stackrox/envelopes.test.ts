import { InputError } from '@backstage/errors';
import list from './__fixtures__/list.json';
import runtime from './__fixtures__/runtime.json';
import splunk from './__fixtures__/splunk.json';
import { parse } from './__testUtils__/parse';
import { stackroxSource } from './source';

describe('a list of alerts', () => {
  const [report, ...more] = parse(list);

  it('is read element by element, decisions among them', () => {
    expect(report.read).toEqual({ alert: 1, decision: 1 });
    expect(report.alerts).toMatchObject([
      {
        subject: {
          cluster: 'edge',
          namespace: 'vault',
          workloadKind: 'Secret',
          name: 'master-key',
        },
        severity: 'critical',
        resolved: true,
      },
    ]);
    expect(report.decisions).toEqual([
      {
        subject: {
          kind: 'workload',
          cluster: 'edge',
          namespace: 'shop',
          workloadKind: 'Deployment',
          name: 'basket',
        },
        engine: 'stackrox',
        policy: 'Latest tag',
        action: 'deny',
        severity: 'low',
        category: 'DevOps Best Practices',
        message: 'Latest tag',
        at: '2026-05-04T08:10:00.000Z',
        eventId: '0a0a0a0a-0000-4000-8000-000000000004',
      },
    ]);
  });

  it('skips what names no policy', () => {
    expect(more).toHaveLength(1);
    expect(more[0]).toMatchObject({
      read: { misconfiguration: 1 },
      skipped: [{ path: '$.alerts[2]' }],
    });
    expect(more[0].skipped[0].reason).toContain('policy.name');
  });
});

describe('other envelopes', () => {
  it('reads what Splunk polls', () => {
    const reports = parse(splunk);
    expect(reports.flatMap(({ alerts }) => alerts)).toMatchObject([
      {
        subject: { name: 'basket', cluster: 'edge' },
        rule: 'Shell in a container',
        process: '/bin/sh',
        container: 'app',
        at: '2026-05-04T07:59:00.000Z',
      },
    ]);
    expect(JSON.stringify(reports)).not.toContain('hunter2');
    expect(reports.map(({ skippedTotal }) => skippedTotal)).toEqual([0, 1]);
  });

  it('reads what Sentinel gets', () => {
    const [report] = parse({
      TimeGenerated: '2026-05-04T08:00:00Z',
      msg: runtime.alert,
    });
    expect(report.alerts).toHaveLength(1);
  });

  it('counts audit messages and network policies, which concern no component', () => {
    const audit = { interface: 'API', method: 'POST', user: {} };
    const networkpolicy = { cluster: 'edge', yaml: 'kind: NetworkPolicy' };
    const reports = parse({ audit }, { networkpolicy });
    expect(reports).toHaveLength(1);
    expect(reports[0].read).toEqual({ event: 2 });
    expect(reports[0].skippedTotal).toBe(0);
  });

  it('takes a test message as a sign of life', () => {
    const [report] = parse({
      alert: { id: 'testalert', policy: { name: 'Test' } },
    });
    expect(report.alerts).toEqual([]);
    expect(report.sensorEvents).toEqual([
      { message: 'RHACS sent a test alert', degraded: false },
    ]);
  });
});

describe('recognition', () => {
  it.each([
    [{}],
    [[]],
    [{ alert: {} }],
    [{ alert: null }],
    [{ alerts: [] }],
    [{ alerts: [{ status: 'firing', labels: {} }] }],
    [{ alerts: [{ policy: { name: 'p' }, violations: [] }] }],
    [{ policy: 'p', rule: 'r' }],
  ])('leaves %j alone', document => {
    expect(stackroxSource.recognise(document)).toBe(false);
  });

  it('refuses alone, and skips among others, what is no alert', () => {
    expect(() => parse({})).toThrow(InputError);
    expect(() => parse({})).toThrow(/^stackrox: \$: expected an alert/);
    expect(parse({}, runtime)[0]).toMatchObject({
      read: { event: 1 },
      skippedTotal: 1,
    });
  });
});
