import { InputError } from '@backstage/errors';
import type {
  SourceContext,
  SourceReport,
} from 'backstage-plugin-security-posture-node';
import alerts from './__fixtures__/alerts.json';
import deploymentCheck from './__fixtures__/deployment-check.json';
import imageCheck from './__fixtures__/image-check.json';
import { roxctlSource } from './source';

const context: SourceContext = {
  receivedAt: new Date('2026-05-04T09:00:00Z'),
};

function parse(
  value: Record<string, unknown>,
  more: Partial<SourceContext> = {},
): SourceReport[] {
  return roxctlSource.parse([{ value, path: '$' }], { ...context, ...more });
}

const basket = {
  kind: 'image',
  name: 'registry.example.org/shop/basket',
  tag: '4.2.0',
};

describe('roxctl image check', () => {
  it('reports the violated policies of the image', () => {
    const [report, ...more] = parse(imageCheck);
    expect(more).toEqual([]);
    expect(report.subject).toEqual(basket);
    expect(report.read).toEqual({ misconfiguration: 2 });
    expect(report.findings).toEqual([
      {
        kind: 'misconfiguration',
        id: 'stackrox/fixable severity at least important',
        severity: 'critical',
        title: 'Fixable Severity at least Important',
        message: "Fixable CVE-2030-0001 in component 'libpaper2'",
        remediation: 'Update the package.',
        references: [],
      },
      {
        kind: 'misconfiguration',
        id: 'stackrox/latest tag',
        severity: 'low',
        title: 'Latest tag',
        message: 'An image is called latest',
        references: [],
      },
    ]);
  });

  it('speaks completely for the policies of StackRox', () => {
    expect(parse(imageCheck)[0].scopes).toEqual([
      {
        kind: 'misconfiguration',
        subject: basket,
        part: 'stackrox',
        complete: true,
      },
    ]);
  });

  it('closes nothing if the summary counts more than is listed', () => {
    const [result] = imageCheck.results;
    const [report] = parse({
      ...imageCheck,
      results: [{ ...result, summary: { TOTAL: 3 } }],
    });
    expect(report.scopes[0].complete).toBe(false);
  });
});

describe('roxctl deployment check', () => {
  it('makes a report for each deployment', () => {
    const [report] = parse(deploymentCheck, { cluster: 'prod' });
    expect(report.subject).toEqual({
      kind: 'workload',
      cluster: 'prod',
      namespace: 'shop',
      workloadKind: 'Deployment',
      name: 'basket',
    });
    expect(report.findings).toMatchObject([
      {
        id: 'stackrox/privileged container',
        severity: 'high',
        message:
          "Container 'app' is privileged\nContainer 'proxy' is privileged",
      },
    ]);
  });

  it('keeps what it cannot name, and skips what names no policy', () => {
    const [, unknown] = parse(deploymentCheck);
    expect(unknown.subject).toEqual({ kind: 'artifact', name: 'unknown' });
    expect(unknown.read).toEqual({ misconfiguration: 1 });
    expect(unknown.skipped).toEqual([
      {
        path: '$.results[1].violatedPolicies[0]',
        kind: 'misconfiguration',
        reason: expect.stringContaining('name'),
      },
    ]);
    expect(unknown.scopes[0].complete).toBe(false);
  });
});

describe('the JSON of older versions', () => {
  it('is grouped by deployment and image', () => {
    const reports = parse(alerts);
    expect(
      reports.map(({ subject, findings, read }) => [
        subject.name,
        findings.map(({ severity }) => severity),
        read,
      ]),
    ).toEqual([
      ['basket', ['high', 'low'], { misconfiguration: 2 }],
      ['registry.example.org/net/proxy', ['low'], { misconfiguration: 1 }],
    ]);
  });
});

describe('a check without violations', () => {
  const summary = { CRITICAL: 0, HIGH: 0, LOW: 0, MEDIUM: 0, TOTAL: 0 };

  it('warns that it does not say what it checked', () => {
    expect(roxctlSource.recognise({ summary })).toBe(true);
    const [report] = parse({ summary });
    expect(report).toMatchObject({ findings: [], scopes: [], read: {} });
    expect(report.warnings[0]).toContain('entityRef');
  });
});

describe('recognition', () => {
  it.each([
    [{}],
    [[]],
    [{ results: [] }],
    [{ results: [{ packages: [] }] }],
    [{ results: [{ violatedPolicies: [] }] }],
    [{ summary: { pass: 1, fail: 0 } }],
    [{ alerts: [] }],
    [{ alerts: [{ id: 'stored', policy: { name: 'p' }, violations: [] }] }],
  ])('leaves %j alone', document => {
    expect(roxctlSource.recognise(document)).toBe(false);
  });

  it('refuses alone, and skips among others, what is no check', () => {
    expect(() => parse({})).toThrow(InputError);
    expect(() => parse({})).toThrow(/^roxctl: \$: expected results/);
    const [broken, good] = roxctlSource.parse(
      [
        { value: {}, path: 'line 1' },
        { value: imageCheck, path: 'line 2' },
      ],
      context,
    );
    expect(broken).toMatchObject({ read: { event: 1 }, skippedTotal: 1 });
    expect(good.findings).toHaveLength(2);
  });
});
