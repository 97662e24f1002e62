import { createHash } from 'node:crypto';
import { hashOfMatch } from '../gitleaks/matchHash';
import { fixture, parse } from './__fixtures__/parseFixture';

describe('sarifSource with code that CodeQL analysed', () => {
  const [report] = parse(fixture('codeql.sarif'));
  const subject = {
    kind: 'repository',
    name: 'github.com/acme/shop',
    digest: 'c'.repeat(40),
  };

  it('names repository, commit, branch and the time at which it ended', () => {
    expect(report).toMatchObject({
      tool: { name: 'CodeQL', version: '2.23.1' },
      subject,
      commit: 'c'.repeat(40),
      branch: 'main',
      generatedAt: '2031-05-01T10:00:00.123Z',
    });
  });

  it('finds rules of extensions, and resolves links, weaknesses and fingerprints', () => {
    expect(report.findings[0]).toEqual({
      kind: 'code',
      ruleId: 'js/sql-injection',
      severity: 'high',
      title: 'Query built from user input',
      message: 'The query takes user input.',
      remediation: 'Use parameters.',
      references: [],
      path: 'src/db.js',
      startLine: 41,
      fingerprint: 'src/db.js#39fa2ee980eb94b0:1',
      cwes: ['CWE-89'],
    });
  });

  it('puts arguments into the message of a rule and follows artifacts and bases', () => {
    const hash = createHash('sha256')
      .update('packages/app/lib/cart.js\nconst total = 1;')
      .digest('hex');
    expect(report.findings[1]).toMatchObject({
      ruleId: 'js/unused-variable',
      severity: 'low',
      message: "'total' is never read, see the declaration.",
      path: 'packages/app/lib/cart.js',
      startLine: 5,
      fingerprint: `snippet:${hash}`,
    });
  });

  it('suppresses only what nobody disputes', () => {
    expect(report.findings[2]).toMatchObject({
      path: 'src/a b.js',
      suppression: { reason: 'ignored', statement: 'A plug-in reads it.' },
    });
    expect(report.findings[3]).toMatchObject({ severity: 'medium' });
    expect(report.findings[3].suppression).toBeUndefined();
  });

  it('keeps passes as passes and results for a person as information', () => {
    expect(report.passes).toEqual([
      { id: 'js/sql-injection', title: 'Query built from user input' },
    ]);
    expect(report.findings[4]).toMatchObject({
      ruleId: 'js/review',
      severity: 'info',
      fingerprint: 'logical:Cart.total',
    });
    expect(report.findings[5]).toMatchObject({
      ruleId: 'js/fatal',
      severity: 'info',
      title: 'For your information.',
    });
    expect(report.findings[5]).not.toHaveProperty('startLine', 0);
  });

  it('counts every result and says which were left out and why', () => {
    expect(report.read).toEqual({ code: 11 });
    expect(report.findings).toHaveLength(6);
    expect(report.skipped).toEqual([
      {
        path: '$.runs[0].results[4]',
        kind: 'code',
        reason: 'baselineState is absent: it was found before and is gone',
      },
      {
        path: '$.runs[0].results[6]',
        kind: 'code',
        reason: 'kind is notApplicable: the rule has no say here',
      },
      {
        path: '$.runs[0].results[9]',
        kind: 'code',
        reason: expect.stringContaining('expected object'),
      },
      {
        path: '$.runs[0].results[10]',
        kind: 'code',
        reason: 'expected a message or a rule id',
      },
    ]);
  });

  it('speaks for its tool and category only, and not when a result was unreadable', () => {
    const part =
      'codeql/.github/workflows/codeql.yml:analyze/language:javascript';
    expect(report.scopes).toEqual([
      { kind: 'code', subject, part, complete: false },
    ]);
    const whole = fixture('codeql.sarif');
    whole.runs[0].results.splice(9);
    expect(parse(whole)[0].scopes).toEqual([
      { kind: 'code', subject, part, complete: true },
    ]);
    expect(parse(whole, { scanners: ['secret'] })[0].scopes[0].complete).toBe(
      false,
    );
  });
});

describe('sarifSource with several runs', () => {
  const reports = parse(fixture('two-runs.sarif'));
  const [grype, gitleaks, scorecard, again, hadolint, zizmor] = reports;

  it('makes a report of each', () => {
    expect(reports.map(({ tool, read }) => [tool.name, read])).toEqual([
      ['grype', { vulnerability: 2 }],
      ['gitleaks', { secret: 1 }],
      ['Scorecard', {}],
      ['Scorecard', {}],
      ['hadolint', { misconfiguration: 1 }],
      ['zizmor', { code: 1 }],
    ]);
  });

  it('reads image, packages and fixes out of the texts of Grype', () => {
    expect(grype.subject).toEqual({
      kind: 'image',
      name: 'registry.example.com:5000/acme/cart',
      tag: '7',
    });
    expect(grype.findings).toMatchObject([
      {
        id: 'CVE-2031-30001',
        severity: 'critical',
        package: {
          name: 'libfoo',
          version: '1.0',
          type: 'deb',
          purl: 'pkg:deb/debian/libfoo@1.0?distro=debian-13',
          path: '/var/lib/dpkg/status',
        },
        fixedVersions: ['1.1', '2.0'],
      },
      {
        id: 'GHSA-5555-6666-7777',
        severity: 'medium',
        package: {
          name: '@acme/cart',
          version: '2.9.0',
          type: 'npm',
          purl: 'pkg:npm/%40acme/cart@2.9.0',
        },
        fixedVersions: [],
      },
    ]);
  });

  it('keeps nothing of the secret that gitleaks quotes', () => {
    expect(gitleaks.findings).toEqual([
      {
        kind: 'secret',
        ruleId: 'generic-api-key',
        severity: 'medium',
        title: 'Key that opens an API',
        references: [],
        path: 'config/prod.env',
        startLine: 4,
        matchHash: hashOfMatch('not-a-real-key-000000'),
        commit: '1234567',
      },
    ]);
    expect(JSON.stringify(gitleaks)).not.toMatch(/not-a-real|dev@example/);
  });

  it('closes nothing for two runs of one tool about the same, nor for a run that failed', () => {
    expect(grype.scopes[0].complete).toBe(true);
    expect([...scorecard.scopes, ...again.scopes]).toMatchObject([
      { kind: 'code', complete: false },
      { kind: 'code', complete: false },
    ]);
    expect(hadolint.scopes).toMatchObject([
      { kind: 'misconfiguration', complete: false },
    ]);
    expect(zizmor.scopes).toMatchObject([{ part: 'zizmor', complete: true }]);
  });

  it('marks what is about pipelines', () => {
    expect(zizmor.findings).toMatchObject([{ kind: 'code', category: 'ci' }]);
  });

  it('asks for an entityRef where neither repository nor image is named', () => {
    expect(zizmor.subject).toEqual({ kind: 'artifact', name: 'unknown' });
    expect(zizmor.warnings).toEqual([expect.stringContaining('entityRef')]);
  });
});
