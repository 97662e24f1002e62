import {
  productMatcher,
  type VexCandidate,
  type VexSighting,
} from './vexMatch';
import { vexStatusOf, type VexStatus } from './vexStatus';

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const finding: VexCandidate = {
  subject: { kind: 'image', name: 'ghcr.io/acme/shop' },
  packageKey: 'deb/debian/openssl',
};
const seen: VexSighting = {
  digest: digest('a'),
  tag: '1.4',
  packageVersion: '1:3.0.1-1+deb12u1',
};
const repository: VexCandidate = {
  subject: { kind: 'repository', name: 'github.com/acme/shop' },
  packageKey: 'npm/@acme/ui',
};
const hub: VexCandidate = {
  subject: { kind: 'image', name: 'docker.io/library/nginx' },
  packageKey: 'deb/debian/openssl',
};
const oci = 'pkg:oci/shop';
const at = (letter: string) => `@sha256%3A${letter.repeat(64)}`;
const line = '?repository_url=ghcr.io%2Facme%2Fshop';

describe('productMatcher', () => {
  it.each<[string, boolean, VexCandidate?]>([
    [`${oci}${at('a')}${line}`, true],
    [`${oci}${at('a')}?repository_url=ghcr.io/acme`, true],
    [`${oci}@${digest('a')}${line}`, true],
    [`${oci}${at('b')}${line}`, false],
    [`${oci}${at('a')}?repository_url=ghcr.io/evil/shop`, false],
    [`${oci}${line}`, true],
    [`${oci}${line}&tag=1.4`, true],
    [`${oci}${line}&tag=1.5`, false],
    [`${oci}${at('a')}`, true],
    [`${oci}${at('b')}`, false],
    [oci, true],
    ['pkg:oci/cart', false],
    ['pkg:oci/hop', false],
    ['pkg:docker/acme/shop@1.4?repository_url=ghcr.io', true],
    ['pkg:docker/nginx', true, hub],
    ['pkg:docker/acme/nginx', false, hub],
    ['ghcr.io/acme/shop', true],
    ['ghcr.io/acme/shop:1.4', true],
    ['ghcr.io/acme/shop:1.5', false],
    [`ghcr.io/acme/shop@${digest('a')}`, true],
    [`ghcr.io/acme/shop:1.4@${digest('b')}`, false],
    [digest('a'), true],
    [digest('b'), false],
    ['shop', false],
    ['nginx', true, hub],
    ['openssl', false],
    ['pkg:deb/debian/openssl', true],
    ['pkg:deb/debian/openssl@3.0.1-1%2Bdeb12u1?arch=amd64&epoch=1', true],
    ['pkg:deb/debian/openssl@1:3.0.1-1+deb12u1', true],
    ['pkg:deb/debian/openssl@3.0.2', false],
    ['pkg:deb/ubuntu/openssl', false],
    ['pkg:npm/%40acme/ui', true, repository],
    ['pkg:npm/%40acme/ui@2.0.0', false, repository],
    ['pkg:github/acme/shop', true, repository],
    ['github.com/acme/shop', true, repository],
    ['pkg:github/acme/shop@v1', false, repository],
    ['pkg:github/acme/cart', false, repository],
    ['pkg:', false],
    ['pkg:oci/%ZZ', false],
    ['https://acme.example/products/shop', false],
    ['', false],
  ])('%s: %p', (product, expected, candidate = finding) => {
    expect(productMatcher(product)(candidate, seen)).toBe(expected);
  });
});

describe('vexStatusOf', () => {
  const says = (product: string, status: VexStatus, day = 1) => ({
    isAbout: productMatcher(product),
    status,
    statedAt: `2026-11-0${day}T00:00:00.000Z`,
  });
  const other = { ...seen, digest: digest('b') };

  it('believes the newest word that is about the finding', () => {
    const statements = [
      says('ghcr.io/acme/shop', 'not-affected', 2),
      says(digest('a'), 'affected', 3),
      says('ghcr.io/acme/cart', 'fixed', 4),
    ];
    expect(vexStatusOf(finding, [seen], statements)).toBe('affected');
    expect(vexStatusOf(finding, [seen], statements.slice(0, 1))).toBe(
      'not-affected',
    );
    expect(vexStatusOf(finding, [seen], statements.slice(2))).toBeUndefined();
  });

  it('believes the less permissive of two at the same time', () => {
    const both = [
      says('ghcr.io/acme/shop', 'not-affected'),
      says('ghcr.io/acme/shop', 'affected'),
    ];
    expect(vexStatusOf(finding, [seen], both)).toBe('affected');
    expect(vexStatusOf(finding, [seen], both.reverse())).toBe('affected');
  });

  it('suppresses nothing for a digest of which nobody spoke', () => {
    const one = [says(digest('a'), 'not-affected')];
    expect(vexStatusOf(finding, [seen], one)).toBe('not-affected');
    expect(vexStatusOf(finding, [seen, other], one)).toBeUndefined();
    expect(
      vexStatusOf(finding, [seen, other], [...one, says(digest('b'), 'fixed')]),
    ).toBe('fixed');
    expect(
      vexStatusOf(finding, [seen, other], [says(digest('b'), 'affected')]),
    ).toBe('affected');
    expect(vexStatusOf(finding, [], one)).toBeUndefined();
  });
});
