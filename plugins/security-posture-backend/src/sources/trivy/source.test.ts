import { InputError } from '@backstage/errors';
import { completeKinds, fixture, image, read } from './__fixtures__/reports';
import { trivySource } from './source';

describe('recognising a Trivy report', () => {
  it.each(['image', 'repository', 'legacy', 'kubernetes'] as const)(
    'knows its shape: %s',
    name => {
      expect(trivySource.recognise(fixture(name))).toBe(true);
    },
  );

  it.each([
    [{}],
    [[]],
    [[null, 1]],
    [[{ SchemaVersion: 2, ArtifactName: 'nginx' }]],
    [{ SchemaVersion: 2 }],
    [{ SchemaVersion: {}, Results: [] }],
    [{ ClusterName: 'prod' }],
    [{ ClusterName: {}, Resources: [] }],
    [{ version: '2.1.0', runs: [] }],
    [Object.create(null)],
  ])('leaves %j to others', value => {
    expect(trivySource.recognise(value)).toBe(false);
  });
});

describe('bad parts of a report', () => {
  it('are skipped with path and reason, and never cost the rest', () => {
    const good = { VulnerabilityID: 'CVE-2099-1', PkgName: 'a' };
    const report = read(
      image([
        {
          Target: 'app.jar',
          Class: 'lang-pkgs',
          Vulnerabilities: [null, { ...good, PkgName: '' }, good, 7],
          Misconfigurations: { 0: {} },
          Secrets: [{ RuleID: 'a-rule' }, {}],
          ExperimentalModifiedFindings: [{ Type: 'dream' }],
        },
        'not a result',
        { Class: 'secret', Secrets: [{ RuleID: 'homeless' }] },
      ]),
    );
    expect(report.findings).toHaveLength(2);
    expect(report.read).toEqual({
      vulnerability: 5,
      suppressed: 1,
      misconfiguration: 1,
      secret: 3,
    });
    expect(report.skipped).toEqual([
      {
        path: '$.Results[0].Vulnerabilities[0]',
        kind: 'vulnerability',
        reason: 'Invalid input: expected object, received null',
      },
      {
        path: '$.Results[0].Vulnerabilities[1]',
        kind: 'vulnerability',
        reason: 'PkgName: Too small: expected string to have >=1 characters',
      },
      {
        path: '$.Results[0].Vulnerabilities[3]',
        kind: 'vulnerability',
        reason: 'Invalid input: expected object, received number',
      },
      {
        path: '$.Results[0].Misconfigurations',
        kind: 'misconfiguration',
        reason: 'expected a list, got object',
      },
      {
        path: '$.Results[0].Secrets[1]',
        kind: 'secret',
        reason: 'RuleID: Invalid input: expected string, received undefined',
      },
      {
        path: '$.Results[0].ExperimentalModifiedFindings[0]',
        kind: 'suppressed',
        reason:
          'Type: Invalid option: expected one of "vulnerability"|"misconfiguration"|"secret"|"license"',
      },
      {
        path: '$.Results[1]',
        kind: 'vulnerability',
        reason: 'Invalid input: expected object, received string',
      },
      {
        path: '$.Results[2].Secrets[0]',
        kind: 'secret',
        reason: 'Target: expected the file of the secret',
      },
    ]);
    expect(completeKinds(report)).toEqual([]);
  });

  it('cost the whole report only if it has no list of results', () => {
    expect(() => read(image('none'))).toThrow(
      new InputError('trivy: $.Results: expected a list of results'),
    );
    expect(() => read({ ClusterName: 'a', Resources: 'none' })).toThrow(
      new InputError('trivy: $.Resources: expected a list of resources'),
    );
    expect(() => read({ runs: [] })).toThrow(InputError);
  });

  it('do not date a report into the future', () => {
    const report = read(image([], { CreatedAt: '2026-09-03T00:00:00Z' }));
    expect(report.generatedAt).toBeUndefined();
  });

  it('warn of a schema from the future', () => {
    expect(read(image([], { SchemaVersion: 3 })).warnings).toEqual([
      'SchemaVersion 3 is read as 2, the newest that is known',
    ]);
  });

  it('leave out scores and vectors that are none', () => {
    const report = read(
      image([
        {
          Vulnerabilities: [
            {
              VulnerabilityID: 'CVE-2099-1',
              PkgName: 'a',
              CVSS: {
                nvd: { V3Score: 11, V3Vector: 'CVSS:3.1/bogus' },
                ghsa: { V40Score: 0, V40Vector: 'CVSS:4.0/AV:N/VC:H' },
                other: 'none',
              },
            },
          ],
        },
      ]),
    );
    expect(report.findings[0]).toHaveProperty('cvss', [
      {
        version: '4.0',
        vector: 'CVSS:4.0/AV:N/VC:H',
        score: 0,
        source: 'ghsa',
      },
    ]);
  });
});
