import type { VulnerabilityFinding } from 'backstage-plugin-security-posture-node';
import { assertionsOf } from './aliasStatements';
import { reportedId, vulnerabilityId } from './vulnerabilityId';

function finding(
  id: string,
  aliases: string[],
  purl = 'pkg:npm/lodash@4.17.20',
): VulnerabilityFinding {
  return {
    kind: 'vulnerability',
    id,
    aliases,
    severity: 'high',
    title: id,
    references: [],
    package: { name: 'lodash', purl },
    fixedVersions: [],
    cvss: [],
    cwes: [],
  };
}

describe('what a report says about names', () => {
  it('is one statement an id, over all of its packages, in one spelling', () => {
    expect(
      assertionsOf(
        [
          finding('ghsa-AAAA-bbbb-cccc', [' cve-2099-0001']),
          finding('GHSA-aaaa-bbbb-cccc', ['GO-2099-0001'], 'pkg:npm/other@1'),
          finding('CVE-2099-0002', []),
        ],
        'grype',
      ),
    ).toEqual([
      {
        asserter: 'grype/npm',
        from: 'GHSA-aaaa-bbbb-cccc',
        to: ['CVE-2099-0001', 'GO-2099-0001'],
      },
      { asserter: 'grype/npm', from: 'CVE-2099-0002', to: [] },
    ]);
  });

  it('is said for each ecosystem apart', () => {
    expect(
      assertionsOf(
        [
          finding('CVE-2099-0001', ['GHSA-aaaa-bbbb-cccc']),
          finding('CVE-2099-0001', [], 'pkg:deb/debian/node-lodash@4'),
        ],
        'trivy',
      ),
    ).toEqual([
      {
        asserter: 'trivy/npm',
        from: 'CVE-2099-0001',
        to: ['GHSA-aaaa-bbbb-cccc'],
      },
      { asserter: 'trivy/deb', from: 'CVE-2099-0001', to: [] },
    ]);
  });

  const advisories = [
    'DSA-5000-1',
    'DLA-3000-1',
    'RHSA-2099:0001',
    'RHBA-2099:0001',
    'USN-6000-1',
    'ALAS-2099-0001',
    'ALAS2023-2099-001',
    'ELSA-2099-0001',
    'SUSE-SU-2099:0001-1',
    'openSUSE-SU-2099:0001-1',
    'ASA-209901-1',
    'DEBIAN-CVE-2099-0001',
    'UBUNTU-CVE-2099-0001',
    'ALPINE-CVE-2099-0001',
  ];

  it.each(advisories)('is nothing about %s, which names many', advisory => {
    expect(
      assertionsOf([finding(advisory, ['CVE-2099-0001'])], 'grype'),
    ).toEqual([]);
    expect(
      assertionsOf([finding('CVE-2099-0001', [advisory])], 'trivy'),
    ).toEqual([{ asserter: 'trivy/npm', from: 'CVE-2099-0001', to: [] }]);
  });

  it.each(['CWE-79', 'CVE-20990001', 'see the advisory', 'openssl', '-', ''])(
    'leaves out %j, which is no name of a vulnerability',
    text => {
      expect(assertionsOf([finding('GHSA-aaaa', [text])], 'sarif')).toEqual([
        { asserter: 'sarif/npm', from: 'GHSA-aaaa', to: [] },
      ]);
    },
  );

  it('leaves out itself, another CVE, and lists that hold something else', () => {
    const many = Array.from({ length: 51 }, (_, n) => `GHSA-${n}`);
    expect(
      assertionsOf(
        [
          finding('CVE-2099-0001', ['cve-2099-0001', 'CVE-2099-0002']),
          finding('CVE-2099-0003', many),
        ],
        'sarif',
      ),
    ).toEqual([{ asserter: 'sarif/npm', from: 'CVE-2099-0001', to: [] }]);
  });
});

describe('the id that a tool reports', () => {
  it.each([
    ['ghsa-AAAA-bbbb-CCCC', 'GHSA-aaaa-bbbb-cccc'],
    [' cve-2099-0001 ', 'CVE-2099-0001'],
    ['GO-2099-0001', 'GO-2099-0001'],
  ])('%j is spelled %s', (text, spelled) => {
    expect(vulnerabilityId(text)).toBe(spelled);
    expect(vulnerabilityId(spelled)).toBe(spelled);
  });

  it('is the CVE for an advisory of a distribution that names just one', () => {
    expect(reportedId('ALAS-2099-1', ['cve-2099-0001', 'GHSA-aaaa'])).toBe(
      'CVE-2099-0001',
    );
    expect(reportedId('ALAS-2099-1', ['CVE-2099-0001', 'CVE-2099-0002'])).toBe(
      'ALAS-2099-1',
    );
    expect(reportedId('GHSA-AAAA', ['CVE-2099-0001'])).toBe('GHSA-aaaa');
  });
});
