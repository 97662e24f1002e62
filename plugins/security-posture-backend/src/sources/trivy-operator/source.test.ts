import { InputError } from '@backstage/errors';
import type {
  SourceContext,
  SourceReport,
} from 'backstage-plugin-security-posture-node';
import { createHash } from 'node:crypto';
import configAudit from './__fixtures__/config-audit.json';
import exposedSecrets from './__fixtures__/exposed-secrets.json';
import vulnerabilities from './__fixtures__/vulnerabilities.json';
import { trivyOperatorSource } from './source';

const context: SourceContext = {
  cluster: 'prod',
  receivedAt: new Date('2026-05-04T09:00:00Z'),
};

function read(
  value: Record<string, unknown>,
  more: Partial<SourceContext> = {},
): SourceReport {
  const [report] = trivyOperatorSource.parse([{ value, path: '$' }], {
    ...context,
    ...more,
  });
  return report;
}

describe('a ConfigAuditReport', () => {
  it('finds each container that a check names, and keeps passes', () => {
    const report = read(configAudit);
    expect(report.read).toEqual({ misconfiguration: 3 });
    expect(
      report.findings.map(finding =>
        finding.kind === 'misconfiguration'
          ? [finding.id, finding.severity, finding.container, finding.message]
          : [],
      ),
    ).toEqual([
      [
        'KSV-0017',
        'high',
        'tail',
        "Container 'tail' of DaemonSet 'collector' should not be privileged",
      ],
      [
        'KSV-0017',
        'high',
        'ship',
        "Container 'ship' of DaemonSet 'collector' should not be privileged",
      ],
      [
        'KSV-0109',
        'medium',
        undefined,
        "ConfigMap 'c' stores secrets in key(s) or value(s)",
      ],
    ]);
    expect(report.passes).toEqual([{ id: 'KSV-0012', title: 'Runs as root' }]);
    expect(report.scopes).toEqual([
      { kind: 'misconfiguration', subject: report.subject, complete: true },
    ]);
  });

  it('does not close what an InfraAssessmentReport of the same pod found', () => {
    const report = read({ ...configAudit, kind: 'InfraAssessmentReport' });
    expect(report.scopes[0].part).toBe('infrastructure');
  });
});

describe('the webhook', () => {
  it('is recognised without kind and apiVersion', () => {
    expect(trivyOperatorSource.recognise(exposedSecrets)).toBe(true);
    const report = read(exposedSecrets);
    expect(report.subject).toMatchObject({
      workloadKind: 'CronJob',
      name: 'nightly',
    });
  });

  it('keeps of a secret only the hash of its masked match', () => {
    const { findings } = read(exposedSecrets);
    expect(findings).toEqual([
      {
        kind: 'secret',
        subject: { kind: 'image', name: 'docker.io/example/export', tag: '1' },
        ruleId: 'private-key',
        severity: 'critical',
        title: 'Asymmetric Private Key',
        category: 'AsymmetricPrivateKey',
        path: '/srv/key.pem',
        references: [],
        matchHash: createHash('sha256')
          .update('----BEGIN KEY----****----END KEY----')
          .digest('hex'),
      },
    ]);
  });
});

describe('recognition', () => {
  it.each([
    [{ apiVersion: 'v1', kind: 'Pod', metadata: {}, report: { checks: [] } }],
    [{ kind: 'VulnerabilityReport', metadata: {}, report: {} }],
    [{ report: { vulnerabilities: [] } }],
    [{ metadata: [], report: { vulnerabilities: [] } }],
    [[]],
    [{ __proto__: null, metadata: null, report: null }],
  ])('leaves %j alone', document => {
    expect(trivyOperatorSource.recognise(document)).toBe(false);
  });
});

describe('a document that holds no report', () => {
  const broken = {
    apiVersion: 'aquasecurity.github.io/v1alpha1',
    kind: 'VulnerabilityReport',
    metadata: {},
    report: 'none',
  };

  it('is the error of a sender who sends it alone', () => {
    expect(() => read(broken)).toThrow(InputError);
    expect(() => read(broken)).toThrow(
      'trivy-operator: $.report: expected an object',
    );
    expect(() => read({ ...broken, kind: 'Other' })).toThrow(
      /trivy-operator: \$\.kind: expected one of VulnerabilityReport/,
    );
  });

  it('never costs the others of the body', () => {
    const reports = trivyOperatorSource.parse(
      [
        { value: broken, path: '$[0]' },
        { value: vulnerabilities, path: '$[1]' },
      ],
      context,
    );
    expect(reports[0]).toMatchObject({
      read: { vulnerability: 1 },
      skippedTotal: 1,
      skipped: [{ path: '$[0]' }],
    });
    expect(reports[1].findings).toHaveLength(3);
  });
});
