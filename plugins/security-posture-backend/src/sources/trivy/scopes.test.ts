import type { SourceContext } from 'backstage-plugin-security-posture-node';
import { completeKinds, image, read } from './__fixtures__/reports';

describe('what a report speaks for', () => {
  const clean = [{ Target: 'shop:1 (alpine 3.20)', Class: 'os-pkgs' }];
  const config = [{ Target: 'Dockerfile', Class: 'config' }];

  const cases: [string, object, Partial<SourceContext>, string[]][] = [
    ['a clean scan', image(clean), {}, ['vulnerability', 'secret']],
    ['an empty list', image([]), {}, ['vulnerability', 'secret']],
    ['a scan of configuration', image(config), {}, ['misconfiguration']],
    ['chosen scanners', image([...clean, ...config]), {}, ['misconfiguration']],
    [
      'a bill of materials',
      image([], { ArtifactType: 'cyclonedx' }),
      {},
      ['vulnerability'],
    ],
    ['a list without schema', clean, {}, ['vulnerability']],
    [
      'declared scanners',
      image([...clean, ...config]),
      { scanners: ['secret', 'licence'] },
      ['secret', 'licence'],
    ],
  ];
  it.each(cases)('completely: %s', (_, value, context, kinds) => {
    expect(completeKinds(read(value, context))).toEqual(kinds);
  });

  it.each([undefined, null])('nothing, if Results is %s', results => {
    const report = read(image(results), { scanners: ['vulnerability'] });
    expect(report.scopes).toEqual([]);
    expect(report.warnings).toEqual([
      'Trivy found nothing that it could analyse: no Results',
    ]);
  });

  it('incompletely where something was skipped', () => {
    const report = read(
      image([{ Class: 'os-pkgs', Vulnerabilities: [{ PkgName: 'a' }] }]),
    );
    expect(completeKinds(report)).toEqual(['secret']);
  });
});
