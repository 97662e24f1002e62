import exposedSecrets from './__fixtures__/exposed-secrets.json';
import vulnerabilities from './__fixtures__/vulnerabilities.json';
import { basket, read } from './__testUtils__/read';

describe('what a report tells of the image', () => {
  const withSystem = (os: unknown) =>
    read({ ...vulnerabilities, report: { ...vulnerabilities.report, os } })
      .images;

  it('is its distribution, and whether that is at its end', () => {
    const family = 'debian';
    expect(read(vulnerabilities).images).toEqual([
      { subject: basket, os: { family, version: '12.9', endOfLife: false } },
    ]);
    expect(withSystem({ family, name: '9.13', eosl: true })).toEqual([
      { subject: basket, os: { family, version: '9.13', endOfLife: true } },
    ]);
  });

  it('is nothing where there is no distribution', () => {
    for (const os of [undefined, null, {}, { family: '', name: '' }, 7]) {
      expect(withSystem(os)).toBeUndefined();
    }
    expect(read(exposedSecrets).images).toBeUndefined();
  });
});
