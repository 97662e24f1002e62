import starboard from './__fixtures__/starboard.json';
import vulnerabilities from './__fixtures__/vulnerabilities.json';
import { basket, context, read } from './__testUtils__/read';
import { trivyOperatorSource } from './source';

describe('an SbomReport', () => {
  it('lists packages, not the operating system or lock files', () => {
    const { metadata, report } = vulnerabilities;
    const sbom = read({
      apiVersion: 'aquasecurity.github.io/v1alpha1',
      kind: 'SbomReport',
      metadata,
      report: {
        ...report,
        components: {
          bomFormat: 'CycloneDX',
          components: [
            { type: 'operating-system', name: 'debian', version: '12.9' },
            { type: 'application', name: 'app/package-lock.json' },
            {
              type: 'library',
              group: '@example',
              name: 'ink',
              version: '1.0.0',
              purl: 'pkg:npm/%40example/ink@1.0.0',
              licenses: [{ license: { id: 'MIT' } }],
            },
            { type: 'library' },
          ],
        },
      },
    });
    expect(sbom.read).toEqual({ package: 2 });
    expect(sbom.packages).toEqual([
      {
        subject: basket,
        name: '@example/ink',
        version: '1.0.0',
        purl: 'pkg:npm/%40example/ink@1.0.0',
        type: 'npm',
        licences: ['MIT'],
      },
    ]);
    expect(sbom.skipped[0].path).toBe('$.report.components.components[3]');
    expect(sbom.scopes).toEqual([]);
  });
});

describe('a ClusterComplianceReport', () => {
  const metadata = { name: 'nsa' };
  const kind = 'ClusterComplianceReport';

  it('reads controls that fail, pass or were not evaluated', () => {
    const report = read({
      kind,
      apiVersion: 'aquasecurity.github.io/v1alpha1',
      metadata,
      status: {
        updateTimestamp: '2026-05-04T06:00:00Z',
        summaryReport: {
          controlCheck: [
            { id: '1.0', name: 'No root', severity: 'MEDIUM', totalFail: 2 },
            { id: '1.1', name: 'Read only', severity: 'LOW', totalFail: 0 },
            { id: '8.1', name: 'Keep logs', severity: 'HIGH' },
          ],
        },
      },
    });
    expect(report.subject).toEqual({
      kind: 'cluster',
      name: 'prod',
      cluster: 'prod',
    });
    expect(report.generatedAt).toBe('2026-05-04T06:00:00.000Z');
    expect(report.findings).toEqual([
      {
        kind: 'misconfiguration',
        id: 'nsa/1.0',
        severity: 'medium',
        title: 'No root',
        message: '2 failed checks',
        references: [],
        category: 'nsa',
      },
    ]);
    expect(report.passes).toEqual([{ id: 'nsa/1.1', title: 'Read only' }]);
    expect(report.skipped[0].reason).toBe('the control was not evaluated');
    expect(report.read).toEqual({ misconfiguration: 3 });
  });

  it('reads the checks of a detailed report', () => {
    const report = read({
      metadata,
      status: {
        detailReport: {
          results: [
            {
              id: '1.0',
              name: 'No root',
              severity: 'MEDIUM',
              checks: [
                {
                  checkID: 'KSV012',
                  severity: 'MEDIUM',
                  success: false,
                  target: 'Pod/web',
                  messages: ['runs as root'],
                },
                { checkID: 'KSV012', severity: 'MEDIUM', success: true },
              ],
            },
          ],
        },
      },
    });
    expect(report.read).toEqual({ misconfiguration: 2 });
    expect(report.findings[0]).toMatchObject({
      id: 'nsa/1.0',
      path: 'Pod/web',
      message: 'runs as root',
    });
    expect(report.passes).toHaveLength(1);
  });
});

describe("Starboard's custom resources", () => {
  const reports = trivyOperatorSource.parse(
    starboard.map((value, index) => ({ value, path: `$[${index}]` })),
    context,
  );

  it('reads the checks of pods and of containers', () => {
    const [report] = reports;
    expect(report.tool.name).toBe('Polaris');
    expect(report.subject).toMatchObject({ name: 'portal', namespace: 'web' });
    expect(report.findings).toEqual([
      expect.objectContaining({ id: 'runAsRootAllowed', container: 'app' }),
    ]);
    expect(report.passes).toEqual([{ id: 'hostIPCSet' }]);
  });

  it('reads kube-bench, kube-hunter and compliance details', () => {
    const [, bench, hunter, details] = reports;
    expect(bench.subject).toEqual({
      kind: 'node',
      name: 'node-1',
      cluster: 'prod',
    });
    expect(bench.read).toEqual({ misconfiguration: 3 });
    expect(bench.findings).toHaveLength(1);
    expect(bench.passes).toHaveLength(1);
    expect(bench.skipped[0].reason).toBe('the test was not evaluated');
    expect(hunter.findings[0]).toMatchObject({
      id: 'KHV002',
      severity: 'medium',
      path: '10.0.0.1:443',
    });
    expect(details.findings[0]).toMatchObject({
      id: 'nsa-details/1.0',
      subject: { workloadKind: 'Deployment', name: 'portal' },
    });
    expect(details.scopes[0].complete).toBe(false);
  });
});
