import { InputError } from '@backstage/errors';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceContext } from 'backstage-plugin-security-posture-node';
import { grypeSource } from './source';

const receivedAt = new Date('2031-03-03T00:00:00Z');

function fixture(name: string) {
  return JSON.parse(
    readFileSync(join(__dirname, '__fixtures__', name), 'utf8'),
  );
}

function parse(value: any, context: Partial<SourceContext> = {}) {
  const [report] = grypeSource.parse([{ value, path: '$' }], {
    receivedAt,
    ...context,
  });
  return report;
}

function image(target: Record<string, unknown>) {
  return parse({ matches: [], source: { type: 'image', target } }).subject;
}

describe('grypeSource', () => {
  it('reads a match with everything that Grype knows about it', () => {
    const { findings } = parse(fixture('image.json'));
    expect(findings[0]).toEqual({
      kind: 'vulnerability',
      id: 'GHSA-p2v9-x4rq-7w3c',
      aliases: ['CVE-2031-10001'],
      severity: 'critical',
      title: 'Lookups in log lines run code of the sender.',
      message: 'Lookups in log lines run code of the sender.\nUpgrade at once.',
      references: [
        'https://github.com/advisories/GHSA-p2v9-x4rq-7w3c',
        'https://acme.example/ACME-7',
        'https://nvd.nist.gov/vuln/detail/CVE-2031-10001',
        'https://acme.example/advisories/7',
      ],
      package: {
        name: 'log-engine',
        version: '2.14.1',
        purl: 'pkg:maven/example.acme/log-engine@2.14.1',
        type: 'maven',
        path: '/app/lib/log-engine-2.14.1.jar',
        layer: `sha256:${'1'.repeat(64)}`,
      },
      fixedVersions: ['2.15.0', '2.3.2'],
      fixStatus: 'fixed',
      fixAvailableAt: '2031-02-10T00:00:00.000Z',
      cvss: [
        {
          version: '3.1',
          vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H',
          score: 10,
          source: 'security-advisories@github.com',
        },
      ],
      cwes: ['CWE-502'],
      epss: 0.91,
      epssPercentile: 0.998,
      epssAt: '2031-03-01T00:00:00.000Z',
      knownExploited: true,
      kevAddedAt: '2031-02-10T00:00:00.000Z',
      kevDueAt: '2031-02-24T00:00:00.000Z',
      ransomware: true,
    });
  });

  it('takes the text and the score of a distribution’s match from the related CVE', () => {
    const { findings } = parse(fixture('image.json'));
    expect(findings[1]).toMatchObject({
      id: 'CVE-2031-10002',
      aliases: [],
      severity: 'info',
      title: 'A crafted archive makes the unpacker loop.',
      package: { name: 'libarch2', type: 'deb', sourceName: 'arch' },
      fixedVersions: [],
      fixStatus: 'will-not-fix',
      cvss: [{ score: 5.5, source: 'nvd@nist.gov' }],
    });
    expect(findings[1]).toHaveProperty('package.purl', undefined);
    // Its database has no score: it may be older than the catalogue in it.
    expect(
      findings[1].kind === 'vulnerability' && findings[1].knownExploited,
    ).toBeUndefined();
  });

  it('skips a match without an id, with path and reason', () => {
    const { read, skipped, skippedTotal } = parse(fixture('image.json'));
    expect(read).toEqual({ vulnerability: 3, suppressed: 3 });
    expect(skippedTotal).toBe(2);
    expect(skipped).toEqual([
      {
        path: '$.matches[2]',
        kind: 'vulnerability',
        reason: expect.stringMatching(/^vulnerability\.id: /),
      },
      expect.objectContaining({ path: '$.ignoredMatches[2]' }),
    ]);
  });

  it('keeps ignored matches as suppressed findings', () => {
    const { findings } = parse(fixture('image.json'));
    expect(findings.flatMap(({ suppression }) => suppression ?? [])).toEqual([
      { reason: 'not-affected', statement: 'vulnerable_code_not_present' },
      { reason: 'ignored', statement: 'Headers run nowhere.' },
    ]);
  });

  it('names the image by line, tag and the digest it was pulled by', () => {
    const report = parse(fixture('image.json'));
    expect(report.subject).toEqual({
      kind: 'image',
      name: 'ghcr.io/acme/shop',
      tag: '1.4',
      digest: `sha256:${'4'.repeat(64)}`,
    });
    expect(report.tool).toEqual({ name: 'grype', version: '0.94.0' });
    expect(report.generatedAt).toBe('2031-03-02T09:00:00.123Z');
  });

  it('trusts the image’s own names over what looks like a name on Docker Hub', () => {
    expect(
      image({ userInput: 'docker:shop', tags: ['acme/shop:2'] }),
    ).toMatchObject({ name: 'docker.io/acme/shop', tag: '2' });
    expect(image({ userInput: 'registry:ghcr.io/acme/shop:2' })).toEqual({
      kind: 'image',
      name: 'ghcr.io/acme/shop',
      tag: '2',
    });
  });

  it('falls back to the manifest’s digest, if it is one', () => {
    const digest = `sha256:${'3'.repeat(64)}`;
    expect(
      image({ userInput: 'acme/shop', manifestDigest: digest }),
    ).toMatchObject({ digest });
    expect(
      image({ userInput: 'acme/shop', manifestDigest: 'sha256:12' }),
    ).not.toHaveProperty('digest');
  });

  it('keeps what is no image name as an artifact', () => {
    expect(image({ userInput: 'build/shop.tar' })).toEqual({
      kind: 'artifact',
      name: 'build/shop.tar',
    });
    expect(image({ userInput: 'REDACTED' })).toEqual({
      kind: 'artifact',
      name: 'REDACTED',
    });
    expect(parse({ matches: [], source: null }).subject).toEqual({
      kind: 'artifact',
      name: 'unknown',
    });
  });

  it('reads the directory scans and score fields of Grype 0.7', () => {
    const report = parse(fixture('directory-of-0.7.json'));
    expect(report.subject).toEqual({ kind: 'artifact', name: 'services/shop' });
    expect(report.findings).toMatchObject([
      {
        id: 'CVE-2031-20001',
        title: 'CVE-2031-20001 in Tidy-HTML',
        references: ['https://tracker.example/CVE-2031-20001'],
        cvss: [
          { version: '2.0', score: 4.3 },
          { version: '3.1', score: 5.9 },
        ],
      },
    ]);
  });

  it.each([
    ['3.0.15', ['3.0.15']],
    ['', []],
    [7, []],
  ])('reads the fixed version of Grype 0.7: %p', (fixedInVersion, expected) => {
    const { matches, ...report } = fixture('directory-of-0.7.json');
    const [{ vulnerability, ...match }] = matches;
    const older = { ...vulnerability, fixedInVersion };
    const { findings } = parse({
      ...report,
      matches: [{ ...match, vulnerability: older }],
    });
    expect(findings).toMatchObject([{ fixedVersions: expected }]);
  });

  it('speaks for all vulnerabilities of its subject', () => {
    const report = parse(fixture('directory-of-0.7.json'));
    expect(report.scopes).toEqual([
      { kind: 'vulnerability', subject: report.subject, complete: true },
    ]);
  });

  it.each([
    ['a match was skipped', 'image.json', {}],
    ['another scanner ran', 'directory-of-0.7.json', { scanners: ['secret'] }],
  ] as const)('closes nothing when %s', (_, name, context) => {
    const { scopes } = parse(fixture(name), context as Partial<SourceContext>);
    expect(scopes).toMatchObject([{ complete: false }]);
  });

  it('recognises Grype by its name or by its matches, and nothing else', () => {
    const recognises = grypeSource.recognise;
    expect(recognises(fixture('image.json'))).toBe(true);
    expect(recognises({ matches: [], descriptor: { name: 'grype' } })).toBe(
      true,
    );
    expect(recognises({ matches: [{ vulnerability: {}, artifact: {} }] })).toBe(
      true,
    );
    expect(recognises({ matches: [] })).toBe(false);
    expect(recognises({ matches: null, descriptor: null })).toBe(false);
    expect(recognises({ SchemaVersion: 2, Results: [] })).toBe(false);
    expect(recognises([])).toBe(false);
  });

  it('refuses a report without matches rather than calling it clean', () => {
    expect(() => parse({ descriptor: { name: 'grype' } })).toThrow(
      new InputError(
        'Grype report at $: expected an object with a list of matches',
      ),
    );
  });
});
