import { InputError } from '@backstage/errors';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  SourceContext,
  VulnerabilityFinding,
} from 'backstage-plugin-security-posture-node';
import { cyclonedxSource } from './source';

const receivedAt = new Date('2031-03-03T00:00:00Z');

function fixture(name: string) {
  return JSON.parse(
    readFileSync(join(__dirname, '__fixtures__', name), 'utf8'),
  );
}

function parse(value: any, context: Partial<SourceContext> = {}) {
  const [report] = cyclonedxSource.parse([{ value, path: '$' }], {
    receivedAt,
    ...context,
  });
  return report;
}

function bom(rest: Record<string, unknown>) {
  return parse({ bomFormat: 'CycloneDX', specVersion: '1.6', ...rest });
}

function vulnerabilities(value: any): VulnerabilityFinding[] {
  return parse(value).findings.flatMap(finding =>
    finding.kind === 'vulnerability' ? finding : [],
  );
}

describe('cyclonedxSource', () => {
  it('makes one finding per affected component of a vulnerability', () => {
    const findings = vulnerabilities(fixture('image.json'));
    expect(findings[0]).toEqual({
      kind: 'vulnerability',
      id: 'CVE-2031-30001',
      aliases: ['GHSA-3fxp-8w2q-m5rj'],
      severity: 'high',
      title: 'Templates run commands.',
      message: 'Templates run commands.\nMore text.',
      remediation:
        'Upgrade @acme/forms to version 3.0.4, 4.0.0; Upgrade left-fill to version 1.0.1',
      references: [
        'https://github.com/advisories',
        'https://acme.example/forms',
        'https://github.com/advisories/GHSA-3fxp-8w2q-m5rj',
      ],
      package: {
        name: '@acme/forms',
        version: '3.0.1',
        purl: 'pkg:npm/%40acme/forms@3.0.1',
        type: 'npm',
        path: 'app/node_modules/@acme/forms/package.json',
        layer: `sha256:${'1'.repeat(64)}`,
      },
      fixedVersions: ['3.0.4', '4.0.0'],
      cvss: [
        {
          version: '3.1',
          vector: 'CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H',
          score: 7.2,
          source: 'nvd',
        },
      ],
      cwes: ['CWE-77'],
      publishedAt: '2031-01-05T00:00:00.000Z',
    });
    expect(findings.slice(1, 3)).toMatchObject([
      {
        id: 'CVE-2031-30001',
        package: { name: 'left-fill' },
        fixedVersions: ['1.0.1'],
      },
      {
        id: 'CVE-2031-30001',
        package: {
          name: 'far-away',
          version: '9.9.9',
          purl: 'pkg:npm/far-away@9.9.9',
        },
        fixedVersions: [],
      },
    ]);
  });

  it('counts vulnerabilities once and components at every depth', () => {
    const { read, skipped, packages } = parse(fixture('image.json'));
    expect(read).toEqual({ package: 5, vulnerability: 5 });
    expect(skipped.map(({ path }) => path)).toEqual([
      '$.components[2]',
      '$.components[0].components[0].components[0]',
      '$.vulnerabilities[4]',
    ]);
    expect(packages).toMatchObject([
      { name: '@acme/forms', type: 'npm', licences: ['MIT', 'Acme'] },
      { name: 'example.acme:log-engine', type: 'maven', licences: [] },
      { name: 'left-fill', version: '1.0.0' },
    ]);
  });

  it('rates by the worst severity, else by a CVSS score, never by EPSS', () => {
    const findings = vulnerabilities(fixture('image.json'));
    expect(findings[3]).toMatchObject({
      id: 'CVE-2031-30002',
      title: 'CVE-2031-30002 in example.acme:log-engine',
      severity: 'critical',
      epss: 0.03,
      cvss: [{ version: '3.0', score: 9.8 }],
    });
    expect(findings[4].severity).toBe('unknown');
  });

  it('suppresses what the analysis calls harmless', () => {
    const [, , , finding] = vulnerabilities(fixture('image.json'));
    expect(finding.suppression).toEqual({
      reason: 'not-affected',
      statement: 'The lookup is compiled out.',
    });
  });

  it('never lets one analysis hide what another calls exploitable', () => {
    const report = parse(fixture('image.json'));
    const [, , , , falsePositive, exploitable] = report.findings;
    expect(falsePositive).toMatchObject({ id: 'CVE-2031-30003' });
    expect(falsePositive).not.toHaveProperty('suppression');
    expect(exploitable).toMatchObject({ id: 'GHSA-9jj2-4c5v-x8pw' });
    expect(exploitable).not.toHaveProperty('suppression');
    expect(report.warnings).toEqual([
      'CVE-2031-30003 in example.acme:log-engine is called harmless and exploitable; it counts',
    ]);
  });

  it('reads a VEX document into findings and statements', () => {
    const report = parse(fixture('vex.json'));
    expect(report.read).toEqual({ vulnerability: 4 });
    expect(report.vexStatements).toEqual([
      {
        vulnerability: 'CVE-2031-40001',
        aliases: [],
        products: ['Till@4.2'],
        status: 'not-affected',
        justification: 'code_not_present',
        statement: 'The class was removed.',
        author: 'Acme product security',
        at: '2031-03-01T00:00:00.000Z',
      },
      expect.objectContaining({
        vulnerability: 'CVE-2031-40002',
        products: [
          'urn:cdx:7d6f2c34-9f5f-4cf1-9d2c-8d0b6f0f7b02/3#pkg:npm/left-fill@1.0.0',
        ],
        status: 'affected',
        at: '2031-03-02T10:00:00.000Z',
      }),
      expect.objectContaining({
        vulnerability: 'CVE-2031-40003',
        status: 'fixed',
      }),
    ]);
    expect(report.findings).toMatchObject([
      {
        package: { name: 'Till', version: '4.2' },
        suppression: { reason: 'not-affected' },
      },
      { package: { name: 'left-fill', version: '1.0.0', type: 'npm' } },
      { suppression: { reason: 'not-affected', statement: 'Resolved' } },
      { suppression: { reason: 'not-affected' } },
    ]);
    expect(report.findings[1]).not.toHaveProperty('suppression');
    expect(report.scopes).toMatchObject([{ complete: false }]);
  });

  it('reads a plain SBOM of 1.3 without claiming anything about vulnerabilities', () => {
    const report = parse(fixture('sbom-1.3.json'));
    expect(report).toMatchObject({
      tool: { name: 'cyclonedx-npm', version: '4.1.0' },
      generatedAt: '2031-03-02T10:00:00.000Z',
      subject: { kind: 'repository', name: 'github.com/acme/shop' },
      read: { package: 1 },
      packages: [{ name: 'left-fill', licences: ['MIT OR ISC'] }],
      findings: [],
      scopes: [],
    });
  });

  it('narrows the scope of a repository to the product that is described', () => {
    const { scopes } = parse({
      ...fixture('sbom-1.3.json'),
      vulnerabilities: [],
    });
    expect(scopes).toEqual([
      {
        kind: 'vulnerability',
        subject: { kind: 'repository', name: 'github.com/acme/shop' },
        part: 'shop-frontend',
        complete: false,
      },
    ]);
  });

  it.each([
    ['Grype found nothing', 'grype', [], {}, true],
    ['Trivy listed nothing', 'trivy', [], {}, false],
    ['Trivy listed something', 'trivy', [{ id: 'CVE-1' }], {}, true],
    ['an unknown tool listed something', 'x', [{ id: 'CVE-1' }], {}, false],
    ['its scanner is declared', 'x', [], { scanners: ['vulnerability'] }, true],
    [
      'another scanner is declared',
      'grype',
      [],
      { scanners: ['secret'] },
      false,
    ],
    ['an element was skipped', 'grype', [null], {}, false],
  ] as const)(
    'knows whether absence means gone: %s',
    (_, name, list, context, complete) => {
      const { scopes } = parse(
        {
          bomFormat: 'CycloneDX',
          metadata: { tools: [{ name }] },
          components: [{ type: 'library', name: 'a' }],
          vulnerabilities: list,
        },
        context as Partial<SourceContext>,
      );
      expect(scopes).toMatchObject([{ kind: 'vulnerability', complete }]);
    },
  );

  it('reads components 3,000 deep', () => {
    let component: Record<string, unknown> = { type: 'library', name: 'leaf' };
    for (let depth = 1; depth < 3000; depth += 1) {
      component = {
        type: 'library',
        name: `l${depth}`,
        components: [component],
      };
    }
    const report = bom({ components: [component] });
    expect(report.read).toEqual({ package: 3000 });
    expect(report.packages).toHaveLength(3000);
  });

  it('bounds what a bom-ref that is given thousands of times can multiply to', () => {
    const component = { type: 'library', name: 'a', 'bom-ref': 'x' };
    const report = bom({
      components: Array(5000).fill(component),
      vulnerabilities: Array(100).fill({
        id: 'CVE-1',
        affects: [{ ref: 'x' }],
      }),
    });
    expect(report.findings).toHaveLength(1000);
  });

  it('recognises its name only', () => {
    const { recognise } = cyclonedxSource;
    expect(recognise({ bomFormat: 'CycloneDX' })).toBe(true);
    expect(recognise({ bomFormat: 'SPDX' })).toBe(false);
    expect(recognise([{ bomFormat: 'CycloneDX' }])).toBe(false);
  });

  it('refuses what is no BOM', () => {
    expect(() => parse([])).toThrow(
      new InputError(
        'CycloneDX document at $: expected an object with "bomFormat": "CycloneDX"',
      ),
    );
  });
});
