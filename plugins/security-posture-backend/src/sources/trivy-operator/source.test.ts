import { InputError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { decodeBody } from '../../ingest/decode';
import configAudit from './__fixtures__/config-audit.json';
import exposedSecrets from './__fixtures__/exposed-secrets.json';
import vulnerabilities from './__fixtures__/vulnerabilities.json';
import { context, read } from './__testUtils__/read';
import { trivyOperatorSource } from './source';

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

  it('sends a report alone, or with its verb where deletions are sent too', () => {
    const bodies = [
      exposedSecrets,
      { verb: 'update', operatorObject: exposedSecrets },
    ];
    const reports = bodies.map(body => {
      const { documents } = decodeBody(Buffer.from(JSON.stringify(body)));
      return trivyOperatorSource.parse(documents, context);
    });
    expect(reports[0]).toEqual(reports[1]);
    expect(reports[1]).toMatchObject([{ read: { secret: 1 } }]);
  });

  it('closes nothing when it says that something was deleted', () => {
    const deletion = { verb: 'delete', operatorObject: vulnerabilities };
    const unrelated = {
      verb: 'delete',
      operatorObject: { kind: 'Pod', metadata: { name: 'basket' } },
    };
    for (const body of [deletion, unrelated, [deletion, exposedSecrets]]) {
      const { documents } = decodeBody(Buffer.from(JSON.stringify(body)));
      expect(
        documents.filter(({ value }) => !trivyOperatorSource.recognise(value)),
      ).toEqual([]);
      const [report] = trivyOperatorSource.parse(documents, context);
      expect(report).toMatchObject({
        read: { event: 1 },
        skippedTotal: 1,
        skipped: [
          { kind: 'event', reason: expect.stringContaining('closes nothing') },
        ],
        findings: [],
        scopes: [],
        workloads: [],
      });
    }
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
