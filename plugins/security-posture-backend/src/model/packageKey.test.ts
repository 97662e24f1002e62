import fc from 'fast-check';
import { PackageURL } from 'packageurl-js';
import { packageKey } from './packageKey';

function keyOf(purl: string): string {
  return packageKey({ purl, name: 'Group:Name', type: 'Type' });
}

describe('packageKey', () => {
  it.each([
    [
      'pkg:deb/debian/libssl3@3.0.11-1~deb12u2?arch=amd64',
      'deb/debian/libssl3',
    ],
    ['pkg:npm/%40Angular/core@17.0.0', 'npm/@angular/core'],
    ['pkg:pypi/Ruamel_yaml@0.17', 'pypi/ruamel-yaml'],
    ['pkg:deb/debian/libstdc%2B%2B6@12', 'deb/debian/libstdc++6'],
    ['pkg:maven/org.acme/shop@1?type=jar', 'maven/org.acme/shop'],
    ['pkg:maven/shop@1', 'type/group/name'],
    ['pkg:golang/golang.org/x/net@v0.17.0#html', 'golang/golang.org/x/net'],
    ['pkg:golang/golang.org/x/net@v01', 'type/group/name'],
    ['nginx', 'type/group/name'],
  ])('of %s is %s', (purl, key) => {
    expect(keyOf(purl)).toBe(key);
  });

  it('is what the parser of package URLs says, also where it need not ask', () => {
    const type = fc.constantFrom(
      ...['npm', 'deb', 'PyPI', 'maven', 'golang', 'github', 'pub', 'swift'],
    );
    const part = fc.constantFrom(
      ...['a', 'B_c', '0', '.', '..', '-', '~', '+', '/', '//', '@', ':', '%'],
      ...['%40', '%2B', '%2f', '%3A', '@1', '@v1.2.3', '@v1.02.3', '?a=b'],
      ...['?', '&c=d', '&', '=', '?a-b=%2F', '?1=2', '#x', ' ', 'é', '\\'],
    );
    fc.assert(
      fc.property(type, fc.array(part, { maxLength: 8 }), (name, parts) => {
        const purl = `pkg:${name}/${parts.join('')}`;
        expect(keyOf(purl)).toBe(keyOfParsed(purl));
      }),
      { numRuns: 5000 },
    );
  });
});

function keyOfParsed(purl: string): string {
  let parsed: PackageURL;
  try {
    parsed = PackageURL.fromString(purl);
  } catch {
    return 'type/group/name';
  }
  const path = [parsed.namespace, parsed.name].filter(Boolean).join('/');
  const key = `${parsed.type}/${path}`.toLowerCase();
  return parsed.type === 'pypi' ? key.replace(/_/g, '-') : key;
}
