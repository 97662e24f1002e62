import type { SourceContext } from 'backstage-plugin-security-posture-node';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOfMatch } from './matchHash';
import { gitleaksSource } from './source';

const receivedAt = new Date('2031-06-01T00:00:00Z');

function fixture(name: string) {
  return JSON.parse(
    readFileSync(join(__dirname, '__fixtures__', name), 'utf8'),
  );
}

function parse(value: any, context: Partial<SourceContext> = {}) {
  const [report] = gitleaksSource.parse([{ value, path: '$' }], {
    receivedAt,
    ...context,
  });
  return report;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

describe('gitleaksSource', () => {
  it('reads leaks of gitleaks 8', () => {
    const report = parse(fixture('v8.json'));
    expect(report.tool).toEqual({ name: 'gitleaks' });
    expect(report.subject).toEqual({
      kind: 'repository',
      name: 'github.com/acme/shop',
    });
    expect(report.findings).toEqual([
      {
        kind: 'secret',
        ruleId: 'generic-api-key',
        severity: 'unknown',
        title: 'Key that opens an API',
        references: [
          'https://github.com/acme/shop/blob/1234567890abcdef1234567890abcdef12345678/config/prod.env#L12',
        ],
        path: 'config/prod.env',
        startLine: 12,
        category: 'key',
        commit: '1234567890abcdef1234567890abcdef12345678',
        matchHash: sha256('api_key = "no*****************00"'),
      },
      {
        kind: 'secret',
        ruleId: 'private-key',
        severity: 'unknown',
        title: 'private-key',
        references: [],
        path: 'deploy/yek.pem',
        startLine: 1,
        matchHash: sha256('********'),
      },
    ]);
  });

  it('skips a leak without a rule or a file, with path and reason', () => {
    const report = parse(fixture('v8.json'));
    expect(report.read).toEqual({ secret: 4 });
    expect(report.skipped).toEqual([
      {
        path: '$[2]',
        kind: 'secret',
        reason: expect.stringContaining('RuleID'),
      },
      {
        path: '$[3]',
        kind: 'secret',
        reason: expect.stringContaining('File'),
      },
    ]);
    expect(report.scopes).toEqual([
      { kind: 'secret', subject: report.subject, complete: false },
    ]);
  });

  it('reads leaks of gitleaks 4 and 7', () => {
    const report = parse(fixture('v7.json'));
    expect(report.subject).toEqual({
      kind: 'repository',
      name: 'gitlab.example.com/acme/shop',
    });
    expect(report.findings).toMatchObject([
      {
        ruleId: 'Generic Credential',
        title: 'Generic Credential',
        path: 'ci/settings.yml',
        startLine: 8,
        category: 'key',
        commit: 'abcdefabcdefabcdefabcdefabcdefabcdefabcd',
        matchHash: sha256('    token: no*****************11'),
      },
      { ruleId: 'Asymmetric Private Key', path: 'key.pem' },
    ]);
    expect(report.findings[1]).not.toHaveProperty('startLine');
    expect(report.scopes).toEqual([
      { kind: 'secret', subject: report.subject, complete: true },
    ]);
  });

  it('keeps neither secrets nor matches nor people', () => {
    for (const name of ['v8.json', 'v7.json']) {
      expect(JSON.stringify(parse(fixture(name)))).not.toMatch(
        /not-a-real|BEGIN|@example\.com|Dev/,
      );
    }
  });

  it('closes nothing if the sender says that findings are left out', () => {
    const scope = (context: Partial<SourceContext>) =>
      parse(fixture('v7.json'), context).scopes[0].complete;
    expect(scope({ scanners: ['code'] })).toBe(false);
    expect(scope({ scanners: ['secret'] })).toBe(true);
  });

  it('asks for an entityRef where no link names the repository', () => {
    const [leak] = fixture('v7.json').slice(1);
    const report = parse([leak]);
    expect(report.subject).toEqual({ kind: 'artifact', name: 'unknown' });
    expect(report.warnings).toEqual([expect.stringContaining('entityRef')]);
  });

  it('takes an empty list for a clean scan of all that it speaks of', () => {
    expect(gitleaksSource.readsEmptyList).toBe(true);
    const entityRefs = ['component:default/shop'];
    const clean = parse([], { entityRefs });
    const leaky = parse(fixture('v7.json'), { entityRefs });
    expect(clean).toMatchObject({ read: {}, findings: [], warnings: [] });
    // The same scope, though links of leaks name the repository.
    expect(clean.scopes).toEqual([
      {
        kind: 'secret',
        subject: { kind: 'artifact', name: 'repository' },
        complete: true,
      },
    ]);
    expect(leaky.scopes).toEqual(clean.scopes);
    expect(parse([]).warnings).toEqual([expect.stringContaining('entityRef')]);
  });

  it('recognises its list by what a leak has', () => {
    expect(gitleaksSource.recognise(fixture('v8.json'))).toBe(true);
    expect(gitleaksSource.recognise(fixture('v7.json'))).toBe(true);
    expect(gitleaksSource.recognise([])).toBe(false);
    expect(gitleaksSource.recognise([null, 5, 'x', { RuleID: 'x' }])).toBe(
      false,
    );
    expect(
      gitleaksSource.recognise([{ rule: 'r', priority: 'Error', output: 'o' }]),
    ).toBe(false);
    expect(gitleaksSource.recognise({ RuleID: 'x', File: 'f' })).toBe(false);
  });

  it('refuses what is no list', () => {
    expect(() => parse({ RuleID: 'x' })).toThrow(
      'gitleaks: $: expected a list of objects with RuleID and File',
    );
  });
});

describe('hashOfMatch', () => {
  it('masks the secret and leaves what is around it', () => {
    expect(hashOfMatch('key=abc;', 'abc')).toBe(sha256('key=***;'));
    expect(hashOfMatch('abc')).toBe(sha256('***'));
    expect(hashOfMatch('x', '')).toBe(sha256('x'));
  });

  it('tells two long secrets of one file apart', () => {
    expect(hashOfMatch('AKIA000000000001')).not.toBe(
      hashOfMatch('AKIA000000000002'),
    );
    expect(hashOfMatch('short01')).toBe(hashOfMatch('short02'));
  });
});
