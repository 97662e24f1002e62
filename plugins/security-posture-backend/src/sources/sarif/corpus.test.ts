import { withCorpus } from '../__testUtils__/withCorpus';
import { sarifSource } from './source';

const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };

/** The corpus counts results with suppressions; a disputed one suppresses nothing. */
const suppressed = new Map([
  // Of 8, four are under review or were rejected and one is accepted and rejected.
  ['sarif/tutorial-Suppressions.sarif', 3],
]);

withCorpus(files => {
  it.each(
    files
      .files('sarif')
      .filter(entry => entry.expect.sarifVersion === '2.1.0')
      .map(entry => [entry.file, entry] as const),
  )('%s is one report a run, with its tool and suppressions', (file, entry) => {
    const { perRun } = entry.expect;
    const reports = sarifSource.parse(files.documents(entry), context);
    expect(reports).toHaveLength(perRun.length);
    for (const [index, { tool, read, scopes }] of reports.entries()) {
      const run = perRun[index];
      expect(tool.name).toBe(run.driver || 'unknown');
      expect(tool.version).toBe(run.driverVersion || undefined);
      const results = Object.values(read).reduce((sum, n) => sum + n, 0);
      expect(results).toBe(run.results);
      expect(scopes.length > 0).toBe(run.resultsKey === 'list');
    }
    expect(
      reports
        .flatMap(({ findings }) => findings)
        .filter(({ suppression }) => suppression),
    ).toHaveLength(
      suppressed.get(file) ??
        perRun.reduce((sum: number, run: any) => sum + run.suppressed, 0),
    );
  });

  it.each([
    ['proto/sarif-proto.sarif', 2, 0],
    ['injection/sarif-uris-markdown.sarif', 10, 0],
    ['types/sarif-no-message.sarif', 1, 2],
    ['types/sarif-ruleindex.sarif', 9, 0],
  ])('%s keeps %i results and skips %i', (file, kept, skipped) => {
    const [{ bytes }] = files
      .hostile('sarif')
      .filter(entry => entry.file === file);
    const [report] = sarifSource.parse(
      [{ value: JSON.parse(bytes.toString('utf8')), path: '$' }],
      context,
    );
    expect([report.findings.length, report.skippedTotal]).toEqual([
      kept,
      skipped,
    ]);
  });
});
