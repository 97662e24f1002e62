import { scansOf, type ScanColumns } from './scanFacts';

const scope = (parts: Partial<ScanColumns> = {}): ScanColumns => ({
  kind: 'vulnerability',
  source: 'trivy',
  tool_name: 'Trivy',
  of_build: 1,
  last_report_at: '2026-11-20T10:00:00.000Z',
  last_complete_at: '2026-11-20T10:00:00.000Z',
  last_report_id: 'r',
  ...parts,
});
const told = (...scopes: ScanColumns[]) =>
  scansOf(scopes).map(each => [each.source, each.kind, each.complete]);

describe('scansOf', () => {
  it('is complete only if the last report was', () => {
    expect(told(scope())).toEqual([['trivy', 'vulnerability', true]]);
    expect(
      told(scope({ last_complete_at: '2026-11-20T09:00:00.000Z' })),
    ).toEqual([['trivy', 'vulnerability', false]]);
    expect(told(scope({ last_complete_at: null }))).toEqual([
      ['trivy', 'vulnerability', false],
    ]);
  });

  it('joins the parts of one report: all of them must be complete', () => {
    expect(told(scope(), scope({ last_complete_at: null }))).toEqual([
      ['trivy', 'vulnerability', false],
    ]);
  });

  it('lets a newer report stand for an older one of another part', () => {
    const older = scope({
      last_report_at: '2026-11-19T10:00:00.000Z',
      last_complete_at: null,
      last_report_id: 'older',
    });
    expect(told(older, scope())).toEqual([['trivy', 'vulnerability', true]]);
    expect(told(scope(), older)).toEqual([['trivy', 'vulnerability', true]]);
  });

  it('keeps sources and kinds apart, and knows policies for no scan', () => {
    expect(
      told(
        scope(),
        scope({ kind: 'secret' }),
        scope({ source: 'grype' }),
        scope({ kind: 'policy' }),
      ),
    ).toEqual([
      ['trivy', 'vulnerability', true],
      ['trivy', 'secret', true],
      ['grype', 'vulnerability', true],
    ]);
  });

  it('puts the newest first', () => {
    const newer = scope({
      source: 'grype',
      last_report_at: '2026-11-21T10:00:00.000Z',
    });
    expect(told(scope(), newer).map(([source]) => source)).toEqual([
      'grype',
      'trivy',
    ]);
  });
});
