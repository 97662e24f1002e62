import { readPackage } from './artifact';

const [base, own, later] = ['a', 'b', 'c'].map(
  letter => `sha256:${letter.repeat(64)}`,
);
const layerOf = (...locations: [path: string, layerID: string][]) =>
  readPackage(
    {
      name: 'zlib',
      locations: locations.map(([path, layerID]) => ({ path, layerID })),
      upstreams: [],
    },
    [base],
  ).layer;

describe('the layer that brought a package', () => {
  it('is that of its own files, not of the list of all packages', () => {
    expect(
      layerOf(
        ['/var/lib/dpkg/status', later],
        ['/var/lib/dpkg/info/zlib1g:amd64.md5sums', own],
      ),
    ).toBe(own);
    expect(layerOf(['/app/lib/zlib.jar', own])).toBe(own);
  });

  it('is unknown where only the list is known, unless that is of the base image', () => {
    for (const list of [
      '/lib/apk/db/installed',
      '/var/lib/rpm/rpmdb.sqlite',
      '/usr/lib/sysimage/rpm/Packages.db',
      '/var/lib/dpkg/status',
    ]) {
      expect(layerOf([list, later])).toBeUndefined();
      expect(layerOf([list, base])).toBe(base);
    }
    expect(layerOf()).toBeUndefined();
  });
});
