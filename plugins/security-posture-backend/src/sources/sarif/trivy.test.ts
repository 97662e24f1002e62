import type { SourceContext } from 'backstage-plugin-security-posture-node';
import { createHash } from 'node:crypto';
import { fixture, parse } from './__fixtures__/parseFixture';

describe('sarifSource with an image that Trivy scanned', () => {
  const [report] = parse(fixture('trivy-image.sarif'));
  const image = {
    kind: 'image',
    name: 'ghcr.io/acme/shop',
    tag: '2.0',
    digest: `sha256:${'a'.repeat(64)}`,
  };

  it('names the image, its tag and its digest', () => {
    expect(report.subject).toEqual(image);
    expect(report.tool).toEqual({ name: 'Trivy', version: '0.70.0' });
    expect(report.warnings).toEqual([]);
  });

  it('counts each kind of result by its rule', () => {
    expect(report.read).toEqual({
      vulnerability: 2,
      misconfiguration: 1,
      secret: 1,
      licence: 1,
    });
    expect(report.skippedTotal).toBe(0);
  });

  it('reads package, versions and scores out of the texts', () => {
    expect(report.findings[0]).toEqual({
      kind: 'vulnerability',
      id: 'CVE-2031-20001',
      aliases: [],
      severity: 'high',
      title: 'zlib: heap overflow',
      message: 'A crafted stream overruns the window.',
      references: ['https://avd.aquasec.com/nvd/cve-2031-20001'],
      package: { name: 'zlib1g', version: '1.3.0-1' },
      fixedVersions: ['1.3.2-1', '1.4.0-1'],
      fixStatus: 'fixed',
      cvss: [
        {
          version: '3.1',
          vector: 'CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H',
          score: 8.1,
        },
      ],
      cwes: [],
    });
  });

  it('leaves a severity that Trivy does not know unknown, and unsafe links out', () => {
    expect(report.findings[1]).toMatchObject({
      id: 'GHSA-2222-3333-4444',
      severity: 'unknown',
      references: [],
      fixedVersions: [],
      package: {
        name: 'left-trim',
        version: '0.1.0',
        path: 'app/node_modules/left-trim/package.json',
      },
    });
  });

  it('spells controls as the JSON report does', () => {
    expect(report.findings[2]).toMatchObject({
      kind: 'misconfiguration',
      id: 'DS-0002',
      severity: 'high',
      message: 'Name a user other than root.',
      path: 'Dockerfile',
      startLine: 7,
    });
  });

  it('keeps of a secret where it is and a hash of the masked match', () => {
    const match = 'export KEY=********************';
    expect(report.findings[3]).toEqual({
      kind: 'secret',
      ruleId: 'aws-access-key-id',
      severity: 'critical',
      title: 'AWS Access Key ID',
      references: ['https://avd.aquasec.com/x/aws-access-key-id'],
      path: 'deploy.sh',
      startLine: 3,
      matchHash: createHash('sha256').update(match).digest('hex'),
    });
    expect(JSON.stringify(report)).not.toContain('****');
  });

  it('takes licence and package from the name of the rule', () => {
    expect(report.findings[4]).toMatchObject({
      kind: 'licence',
      licence: 'GPL-2.0-only',
      package: { name: 'busybox' },
      path: 'OS Packages',
    });
  });

  it('speaks for what its results prove, or for the scanners that the sender names', () => {
    expect(report.scopes.map(({ kind }) => kind).sort()).toEqual([
      'licence',
      'misconfiguration',
      'secret',
      'vulnerability',
    ]);
    const clean = fixture('trivy-image.sarif');
    clean.runs[0].results = [];
    const scopesOf = (context: Partial<SourceContext>) =>
      parse(clean, context)[0].scopes.map(({ kind, complete }) => [
        kind,
        complete,
      ]);
    expect(scopesOf({})).toEqual([
      ['vulnerability', true],
      ['secret', true],
    ]);
    expect(scopesOf({ scanners: ['misconfiguration'] })).toEqual([
      ['misconfiguration', true],
    ]);
  });
});
