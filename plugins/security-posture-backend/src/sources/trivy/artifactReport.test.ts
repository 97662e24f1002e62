import { fixture, image, read } from './__fixtures__/reports';

describe('a repository report', () => {
  const report = read(fixture('repository'));

  it('speaks of the repository at a commit', () => {
    expect(report.subject).toEqual({
      kind: 'repository',
      name: 'github.com/acme/shop',
      digest: '0123456789abcdef0123456789abcdef01234567',
    });
    expect(report).toMatchObject({
      branch: 'main',
      commit: '0123456789abcdef0123456789abcdef01234567',
    });
  });

  it('reads a failed check under one spelling of its id', () => {
    expect(report.findings[0]).toEqual({
      kind: 'misconfiguration',
      id: 'DS-0002',
      severity: 'high',
      title: 'Image user is root',
      message: 'Say USER at least once',
      remediation: 'Add a USER line',
      references: [
        'https://avd.example.com/ds-0002',
        'https://docs.example.com/user',
      ],
      path: 'docker/Dockerfile',
      startLine: 7,
      category: 'dockerfile',
    });
  });

  it('reads a passed check as a pass', () => {
    expect(report.passes).toEqual([
      { id: 'DS-0005', title: 'COPY rather than ADD' },
    ]);
  });

  it('reads exceptions and ignored checks as suppressed', () => {
    expect(
      report.findings
        .filter(finding => finding.suppression)
        .map(finding => [
          'id' in finding && finding.id,
          finding.suppression?.reason,
          finding.suppression?.statement,
        ]),
    ).toEqual([
      ['DS-0026', 'accepted', 'A policy of the scan makes an exception.'],
      ['DS-0001', 'ignored', '.trivyignore.yaml'],
    ]);
  });

  it('trusts the long id where the short one is another check', () => {
    const value = image([
      { Misconfigurations: [{ ID: 'KSV0012', AVDID: 'AVD-KCV-0012' }] },
    ]);
    expect(read(value).findings[0]).toMatchObject({ id: 'KCV-0012' });
  });

  it('tells custom checks without an id apart by their package', () => {
    expect(report.findings[2]).toMatchObject({ id: 'user.acme.labels' });
  });

  it('reads licences of files and of packages', () => {
    expect(report.findings.slice(4)).toEqual([
      {
        kind: 'licence',
        licence: 'GPL-3.0',
        severity: 'high',
        title: 'GPL-3.0 in vendor/thing/COPYING',
        references: ['https://spdx.org/licenses/GPL-3.0.html'],
        path: 'vendor/thing/COPYING',
        category: 'restricted',
      },
      {
        kind: 'licence',
        licence: 'MIT',
        severity: 'low',
        title: 'MIT in debug',
        references: [],
        package: { name: 'debug' },
        path: 'package-lock.json',
        category: 'notice',
      },
    ]);
  });

  it('counts passes and exceptions as the tool does', () => {
    expect(report.read).toEqual({
      misconfiguration: 4,
      suppressed: 1,
      licence: 2,
    });
  });

  it('speaks for one folder only if just that was scanned', () => {
    const folder = { ...fixture('repository'), ArtifactName: './services/a/' };
    expect(read(folder).scopes[0].part).toBe('services/a');
    expect(report.scopes[0].part).toBeUndefined();
    const url = { ...folder, ArtifactName: 'https://github.com/acme/shop' };
    expect(read(url).scopes[0].part).toBeUndefined();
  });

  it('names a folder outside of Git as it is, with a warning', () => {
    const { Metadata: _, ...folder } = fixture('repository');
    expect(read(folder).subject).toEqual({ kind: 'artifact', name: '.' });
    expect(read(folder).warnings).toEqual([
      '"." names neither an image nor a repository; only entityRef maps it to a component',
    ]);
  });
});

describe('a report of the list schema', () => {
  const report = read(fixture('legacy'));

  it('takes the image from the target', () => {
    expect(report.subject).toEqual({
      kind: 'image',
      name: 'registry.example.com:5000/team/api',
      tag: '2',
    });
  });

  it('takes the type of packages from the target where it stands alone', () => {
    expect(report.findings).toMatchObject([
      {
        id: 'CVE-2099-0004',
        severity: 'unknown',
        package: { name: 'musl', version: '1.1.24-r9', type: 'apk' },
        fixedVersions: ['1.1.24-r10'],
      },
      {
        id: 'CVE-2099-0005',
        severity: 'medium',
        package: { name: 'rack', type: 'gem', path: 'app/Gemfile.lock' },
        fixedVersions: ['2.0.6', '1.6.11'],
      },
    ]);
    expect(report.findings[0]).not.toHaveProperty('package.path');
  });

  it('names the first file if there is no image', () => {
    const [, lockfile] = fixture('legacy');
    expect(read([lockfile]).subject).toEqual({
      kind: 'artifact',
      name: 'app/Gemfile.lock',
    });
  });
});
