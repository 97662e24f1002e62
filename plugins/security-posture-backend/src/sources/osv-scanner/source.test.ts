import { InputError } from '@backstage/errors';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceContext } from 'backstage-plugin-security-posture-node';
import { osvScannerSource } from './source';

const receivedAt = new Date('2031-03-03T00:00:00Z');

function fixture(name: string) {
  return JSON.parse(
    readFileSync(join(__dirname, '__fixtures__', name), 'utf8'),
  );
}

function parse(value: any, context: Partial<SourceContext> = {}) {
  const [report] = osvScannerSource.parse([{ value, path: '$' }], {
    receivedAt,
    ...context,
  });
  return report;
}

function inPackage(entry: Record<string, unknown>) {
  const found = { name: 'a', version: '1', ecosystem: 'npm' };
  return parse({
    results: [{ source: {}, packages: [{ package: found, ...entry }] }],
  });
}

describe('osvScannerSource', () => {
  it('makes one finding of a group and all its records', () => {
    const { findings } = parse(fixture('lockfiles.json'));
    expect(findings[0]).toEqual({
      kind: 'vulnerability',
      id: 'GHSA-3rq8-7x2w-p9cv',
      aliases: ['GO-2031-0053', 'CVE-2031-50001'],
      severity: 'high',
      title: 'A short message stops the decoder',
      message: 'An index is not checked.\n\nUpdate.',
      references: ['https://acme.example/wire'],
      package: {
        name: 'example.org/acme/wire',
        version: '1.3.1',
        purl: 'pkg:golang/example.org/acme/wire@1.3.1',
        type: 'golang',
        path: '/src/shop/go.mod',
      },
      fixedVersions: ['1.3.2', '1.10.0'],
      cvss: [
        {
          version: '3.1',
          vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:L/A:H',
          score: 8.2,
          source: 'GHSA-3rq8-7x2w-p9cv',
        },
      ],
      cwes: ['CWE-129'],
      publishedAt: '2031-01-01T00:00:00.000Z',
      reachable: false,
    });
  });

  it('joins groups that an alias connects, but never two CVEs', () => {
    const { findings } = parse(fixture('lockfiles.json'));
    expect(findings.slice(1)).toMatchObject([
      {
        id: 'GHSA-aaa2-bbb3-ccc4',
        aliases: ['OSV-2031-1', 'CVE-2031-50002'],
        severity: 'medium',
        package: { purl: 'pkg:npm/%40acme/forms@2.0.0' },
      },
      {
        id: 'GHSA-zzz2-yyy3-xxx4',
        aliases: ['CVE-2031-50002', 'CVE-2031-50003'],
        severity: 'unknown',
      },
      { id: 'MAL-2031-7', severity: 'critical' },
    ]);
    expect(findings).toHaveLength(4);
  });

  it('counts the groups of the tool, and a record that no group lists', () => {
    const { read, skipped } = parse(fixture('lockfiles.json'));
    expect(read).toEqual({ vulnerability: 9 });
    expect(skipped).toMatchObject([
      {
        path: '$.results[0].packages[0].groups[1]',
        reason: 'withdrawn by its author',
      },
      {
        path: '$.results[1].packages[0].groups[3]',
        reason: 'ids: expected an id',
      },
      {
        path: '$.results[1].packages[1].groups[0]',
        reason: 'expected a package with a name or a commit',
      },
      { path: '$.results[1].packages[1].groups[1]' },
    ]);
  });

  it('joins thousands of groups that share a name', () => {
    const groups = Array.from({ length: 20_000 }, (_, index) => ({
      ids: [`GHSA-${index}`],
      aliases: ['OSV-1', `OSV-${20_000 - index}`],
    }));
    expect(inPackage({ groups }).findings).toHaveLength(1);
  });

  it('reads distribution packages of an image with source package and layer', () => {
    const { findings } = parse(fixture('image.json'));
    expect(findings[0]).toMatchObject({
      id: 'DSA-9001-1',
      aliases: [],
      severity: 'high',
      title: 'DSA-9001-1 in libssl3',
      package: {
        name: 'libssl3',
        sourceName: 'openssl',
        purl: 'pkg:deb/debian/libssl3@3.0.11-1~deb12u2',
        type: 'deb',
        layer: `sha256:${'2'.repeat(64)}`,
      },
      fixedVersions: ['3.0.11-1~deb12u3'],
    });
  });

  it('names vendored code without a package by its commit', () => {
    const { findings } = parse(fixture('image.json'));
    expect(findings[1]).toMatchObject({
      id: 'OSV-2031-9',
      package: { name: '9a3f1c', version: '9a3f1c', path: '/src/vendor/zip' },
    });
  });

  it.each([
    ['the score of the group', { max_severity: '9.1' }, 'critical'],
    ['the vector of a record', {}, 'medium'],
  ])('takes the severity from %s first', (_, group, severity) => {
    const { findings } = inPackage({
      vulnerabilities: [
        {
          id: 'A-1',
          severity: [
            {
              type: 'CVSS_V3',
              score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N',
            },
          ],
          database_specific: { severity: 'LOW' },
        },
      ],
      groups: [{ ids: ['A-1'], ...group }],
    });
    expect(findings).toMatchObject([{ severity }]);
  });

  it('sees reachable code in either version’s analysis', () => {
    const groups = [
      { ids: ['A-1'], experimentalAnalysis: { 'A-1': { called: true } } },
    ];
    expect(inPackage({ groups }).findings).toMatchObject([{ reachable: true }]);
  });

  it('groups records itself where the report has no groups', () => {
    const vulnerabilities = [
      { id: 'GO-1', aliases: ['CVE-2031-1'] },
      { id: 'GHSA-1', aliases: ['CVE-2031-1'] },
      { id: 5 },
    ];
    const report = inPackage({ vulnerabilities, groups: 2 });
    expect(report.read).toEqual({ vulnerability: 3 });
    expect(report.skippedTotal).toBe(1);
    expect(report.findings).toMatchObject([
      { id: 'GO-1', aliases: ['CVE-2031-1', 'GHSA-1'] },
    ]);
  });

  it('speaks for all it scanned unless something could not be read', () => {
    const subject = { kind: 'artifact', name: 'unknown' };
    expect(parse(fixture('image.json')).scopes).toEqual([
      { kind: 'vulnerability', subject, complete: true },
    ]);
    expect(parse(fixture('lockfiles.json')).scopes).toMatchObject([
      { complete: false },
    ]);
    const withdrawn = inPackage({
      vulnerabilities: [{ id: 'A', withdrawn: '2031-01-01T00:00:00Z' }],
      groups: [{ ids: ['A'] }],
    });
    expect(withdrawn.scopes).toMatchObject([{ complete: true }]);
  });

  it('recognises results with packages, and an empty result by its configuration', () => {
    const { recognise } = osvScannerSource;
    expect(recognise(fixture('lockfiles.json'))).toBe(true);
    expect(recognise({ results: [], experimental_config: {} })).toBe(true);
    expect(recognise({ results: null, experimental_config: {} })).toBe(true);
    expect(recognise({ results: [] })).toBe(false);
    expect(recognise({ results: [{ violatedPolicies: [] }] })).toBe(false);
    expect(recognise({ results: [null, 'x'] })).toBe(false);
    expect(recognise([])).toBe(false);
  });

  it('refuses a report without results rather than calling it clean', () => {
    expect(() => parse({ results: 'none' })).toThrow(
      new InputError(
        'OSV-Scanner report at $: expected an object with a list of results',
      ),
    );
  });
});
