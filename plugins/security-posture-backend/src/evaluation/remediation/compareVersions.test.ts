import fc from 'fast-check';
import { compareVersions, releaseLine } from './compareVersions';

describe('compareVersions', () => {
  it.each([
    ['maven', '6.1.9', '6.1.21'],
    ['maven', '2.0-rc1', '2.0'],
    ['maven', '6.0.0-M3', '6.0.0-RC1'],
    ['maven', '5.3.9.RELEASE', '5.3.10'],
    ['npm', '1.0.0-alpha', '1.0.0-beta'],
    ['npm', '1.0.0-anything', '1.0.0'],
    ['npm', '4.17.20', '4.17.21'],
    ['golang', 'v0.17.0', 'v0.20.0'],
    [
      'golang',
      'v0.0.0-20220101000000-aaaaaaaaaaaa',
      'v0.0.0-20230101000000-000000000000',
    ],
    ['pypi', '2.0b1', '2.0rc1'],
    ['pypi', '2.0rc1', '2.0'],
    ['pypi', '2.0', '2.0.post1'],
    ['deb', '7.88.1-10', '7.88.1-10+deb12u4'],
    ['deb', '1.2~rc1-1', '1.2-1'],
    ['deb', '1.2-3', '1.2.1-1'],
    ['deb', '9.9-1', '1:1.0-1'],
    ['generic', '1.1.1', '1.1.1b'],
    ['apk', '3.0.12-r4', '3.0.12-r10'],
    ['rpm', '1.1.1k-9.el8_7', '1.1.1k-12.el8_9'],
    ['npm', '99999999999999999999', '100000000000000000000'],
  ])('knows for %s that %s comes before %s', (type, first, second) => {
    expect(compareVersions(first, second, type)).toBeLessThan(0);
    expect(compareVersions(second, first, type)).toBeGreaterThan(0);
  });

  it.each([
    ['maven', '5.3.0.RELEASE', '5.3.0'],
    ['maven', '1.0', '1.0.0'],
    ['npm', 'v1.2.3', '1.2.3+build.5'],
    ['golang', 'v1.02.0', 'v1.2.0'],
  ])('knows for %s that %s and %s are the same', (type, first, second) => {
    expect(compareVersions(first, second, type)).toBe(0);
  });

  it('puts any versions into an order', () => {
    const part = fc.constantFrom(
      ...['0', '1', '2', '10', '00', 'rc', 'b', 'x', 'final', '-', '~', '.'],
      ...['+', ':', 'v'],
    );
    const version = fc
      .array(part, { maxLength: 6 })
      .map(parts => parts.join(''));
    const type = fc.constantFrom('npm', 'maven', 'deb', 'pypi', '');
    fc.assert(
      fc.property(version, version, version, type, (a, b, c, of) => {
        const sign = (x: string, y: string) =>
          Math.sign(compareVersions(x, y, of));
        expect(sign(a, a)).toBe(0);
        expect(sign(a, b) + sign(b, a)).toBe(0);
        if (sign(a, b) <= 0 && sign(b, c) <= 0) {
          expect(sign(a, c)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('releaseLine', () => {
  it.each([
    ['6.1.21', '6'],
    ['v0.17.0', '0.17'],
    ['1:7.88.1-10', '7'],
    ['0', '0.0'],
    ['unknown', ''],
  ])('of %s is %s', (version, line) => {
    expect(releaseLine(version)).toBe(line);
  });
});
