import {
  bestDetails,
  readVerdictDetails,
  type Verdict,
} from './verdictDetails';

const said = (source: string, details: object): Verdict => ({
  source,
  details: readVerdictDetails(details),
});
const both = new Set(['grype', 'trivy']);

describe('bestDetails', () => {
  it('prefers who knows a fix, and adds what others know', () => {
    const best = bestDetails(
      [
        said('grype', { epss: 0.2, cvss: 9.8, path: '/a', reachable: false }),
        said('trivy', { fixedVersions: ['2'], cvss: 7, reachable: true }),
      ],
      both,
    );
    expect(best).toMatchObject({
      fixedVersions: ['2'],
      cvss: 7,
      epss: 0.2,
      path: '/a',
      reachable: true,
    });
  });

  it('does not ask who sees it no more, unless nobody does', () => {
    const verdicts = [
      said('grype', { fixedVersions: ['1'] }),
      said('trivy', { fixedVersions: ['2'] }),
    ];
    const of = (...sources: string[]) =>
      bestDetails(verdicts, new Set(sources)).fixedVersions;
    expect(of('trivy')).toEqual(['2']);
    expect(of()).toEqual(['1']);
  });

  it('does not know what nobody said', () => {
    expect(bestDetails([], both)).toEqual({ fixedVersions: [] });
    const silent = bestDetails([said('trivy', {})], both);
    expect(silent).toMatchObject({ reachable: undefined, epss: undefined });
  });

  it('reads over parts of the wrong type', () => {
    expect(
      readVerdictDetails({
        fixedVersions: 'x',
        epss: '1',
        package: 7,
        path: 1,
      }),
    ).toMatchObject({ fixedVersions: [] });
    expect(readVerdictDetails('text')).toEqual({ fixedVersions: [] });
  });
});
