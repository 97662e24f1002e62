import { InputError } from '@backstage/errors';
import type { Severity } from 'backstage-plugin-security-posture-common';
import type {
  SourceDocument,
  SourceReport,
} from 'backstage-plugin-security-posture-node';
import { corpus } from '../../tests/corpus';
import { sarifSource } from './source';

const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };
const files = corpus();

/** Why our count differs from what another product makes of the same file. */
const differences = new Map([
  [
    'sarif/dd-mobsfscan.json',
    'DefectDojo counts locations, of which 9 results have 18',
  ],
  ['sarif/dd-flawfinder.sarif', 'DefectDojo drops the result that is a pass'],
]);

/** The corpus counts results with suppressions; a disputed one suppresses nothing. */
const suppressed = new Map([
  // Of 8, four are under review or were rejected and one is accepted and rejected.
  ['sarif/tutorial-Suppressions.sarif', 3],
]);

const severityOfLevel = new Map<string, Severity>([
  ['error', 'high'],
  ['warning', 'medium'],
  ['note', 'low'],
  ['none', 'info'],
]);

if (files) {
  describe('sarifSource reads the corpus', () => {
    it.each(files.files('sarif').map(entry => [entry.file, entry] as const))(
      '%s',
      (file, { expect: counted, peer_expected: peer, ...entry }) => {
        const documents = files
          .documents({ ...entry, expect: counted })
          .filter(({ value }) => sarifSource.recognise(value));
        // One file is no SARIF, in spite of its name.
        expect(documents).toHaveLength(
          counted.sarifVersion === '2.1.0' ? 1 : 0,
        );
        const reports = sarifSource.parse(documents, context);
        expect(reports).toHaveLength(counted.perRun.length);
        reports.forEach((report, index) => {
          expectRun(report, counted.perRun[index]);
        });
        expect(sum(reports.map(readTotal))).toBe(counted.results);
        expect(sum(reports.map(countSuppressed))).toBe(
          suppressed.get(file) ??
            sum(counted.perRun.map((run: any) => run.suppressed)),
        );
        const theirs = peer?.defectdojo_findings ?? counted.results;
        expect(theirs === counted.results || differences.has(file)).toBe(true);
      },
    );
  });

  describe('sarifSource survives the hostile files', () => {
    it.each(files.hostile('sarif').map(entry => [entry.file, entry] as const))(
      '%s',
      (_, { bytes }) => {
        const started = performance.now();
        for (const report of attempt(bytes)) {
          const { findings, passes, skippedTotal } = report;
          expect(readTotal(report)).toBe(
            findings.length + passes.length + skippedTotal,
          );
          const links = findings.flatMap(({ references }) => references);
          expect(links.filter(link => !/^https?:/.test(link))).toEqual([]);
        }
        expect(performance.now() - started).toBeLessThan(1000);
      },
    );

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
} else {
  describe('the corpus of SARIF', () => {
    it('left out: REPORT_CORPUS is not set', () => {
      expect(files).toBeUndefined();
    });
  });
}

/** The reports of a hostile file, none if it is refused as it should be. */
function attempt(bytes: Buffer): SourceReport[] {
  try {
    const value: SourceDocument['value'] = JSON.parse(bytes.toString('utf8'));
    sarifSource.recognise(value);
    return sarifSource.parse([{ value, path: '$' }], context);
  } catch (error) {
    if (error instanceof InputError || error instanceof SyntaxError) return [];
    throw error;
  }
}

function expectRun(report: SourceReport, counted: Record<string, any>) {
  const { findings, passes, skipped, skippedTotal } = report;
  expect(report.tool.name).toBe(counted.driver || 'unknown');
  if (counted.driverVersion) {
    expect(report.tool.version).toBe(counted.driverVersion);
  }
  expect(readTotal(report)).toBe(counted.results);
  expect(findings.length + passes.length + skippedTotal).toBe(counted.results);
  expect(passes).toHaveLength(counted.kinds.pass ?? 0);
  // Nothing of the corpus is unreadable; what an earlier run found is left out.
  expect(skippedTotal).toBe(counted.baselineState.absent ?? 0);
  expect(skipped).toHaveLength(skippedTotal);
  expect(report.scopes.length > 0).toBe(counted.resultsKey === 'list');
  expect(bySeverity(findings.map(({ severity }) => severity))).toEqual(
    severitiesOf(counted, passes.length + skippedTotal),
  );
}

/**
 * Results of rules with a score have the severity of the score, others that of
 * their level. No run of the corpus mixes both.
 */
function severitiesOf(counted: Record<string, any>, left: number) {
  const { '(none)': unscored = 0, ...scored } = counted.securitySeverityBucket;
  if (unscored === 0 && counted.results > 0) {
    return bySeverity(
      Object.entries<number>(scored).flatMap(([bucket, count]) =>
        Array<string>(count).fill(bucket === 'none' ? 'info' : bucket),
      ),
    );
  }
  const levels = Object.entries<number>(counted.effectiveLevel).flatMap(
    ([level, count]) =>
      Array<string>(count).fill(severityOfLevel.get(level) ?? level),
  );
  const counts = bySeverity(levels);
  // A pass of the corpus has the level note, a result that is gone warning.
  if (left > 0) {
    const severity = counted.kinds.pass ? 'low' : 'medium';
    counts[severity] -= left;
  }
  return counts;
}

function readTotal({ read }: SourceReport): number {
  return sum(Object.values(read));
}

function countSuppressed({ findings }: SourceReport): number {
  return findings.filter(({ suppression }) => suppression).length;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function bySeverity(severities: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const severity of severities) {
    counts[severity] = (counts[severity] ?? 0) + 1;
  }
  return counts;
}
