import { compareVersions } from './version';

describe('compareVersions', () => {
  it.each([
    ['1.9.0', '1.10.0'],
    ['1.0.0-rc1', '1.0.0'],
    ['1.0.0-beta.2', '1.0.0-rc.1'],
    ['3.0.11-1~deb12u2', '3.0.11-1~deb12u3'],
    ['1.0~rc1', '1.0'],
    ['1.2', '1.2.1'],
    ['1.2.3', '1.2.3-r1'],
    ['9.9', '1:0.1'],
    ['v1.2.3', '1.2.4'],
    ['2.0.0.dev1', '2.0.0'],
    ['2.0.0', '2.0.0.post1'],
  ])('%s comes before %s', (earlier, later) => {
    expect(compareVersions(earlier, later)).toBeLessThan(0);
    expect(compareVersions(later, earlier)).toBeGreaterThan(0);
  });

  it('ignores a leading v and build metadata', () => {
    expect(compareVersions('v1.2.3+build.7', '1.2.3')).toBe(0);
  });
});
