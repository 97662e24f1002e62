import { readSeverity } from 'backstage-plugin-security-posture-node';
import { corpus } from '../../tests/corpus';
import { cyclonedxSource } from './source';

const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };
const files = corpus();

/** Where a severity is missing and a CVSS score is not, we rate by the score. */
const rated = new Map([['cyclonedx/dd-no-severity.json', { critical: 1 }]]);

/** `resolved` is no open problem either. */
const harmless = new Set([
  'not_affected',
  'false_positive',
  'resolved',
  'resolved_with_pedigree',
]);

if (!files) {
  it('left out: REPORT_CORPUS is not set', () => {
    expect(files).toBeUndefined();
  });
} else {
  describe('cyclonedxSource reads the corpus', () => {
    it.each(
      files.files('cyclonedx').map(entry => [entry.file, entry] as const),
    )('%s', (file, entry) => {
      const documents = files.documents(entry);
      expect(
        documents.every(({ value }) => cyclonedxSource.recognise(value)),
      ).toBe(true);
      const [report, ...more] = cyclonedxSource.parse(documents, context);
      expect(more).toEqual([]);
      const { componentsRecursive, vulnerabilities } = entry.expect;
      expect(report.read.package ?? 0).toBe(componentsRecursive);
      expect(report.read.vulnerability ?? 0).toBe(vulnerabilities.total);
      expect(report.skippedTotal).toBe(0);
      expect(report.packages).toHaveLength(componentsRecursive);
      expect(report.packages.filter(({ purl }) => purl)).toHaveLength(
        entry.expect.withPurl,
      );
      expect(report.findings).toHaveLength(vulnerabilities.affects);
      expect(report.read.vulnerability ?? 0).toBe(
        Number(
          entry.peer_expected?.defectdojo_findings ?? vulnerabilities.total,
        ),
      );
      const ids = report.findings.flatMap(finding =>
        finding.kind === 'vulnerability' ? finding.id : [],
      );
      expect(new Set(ids).size).toBe(vulnerabilities.distinctIds);
      if (vulnerabilities.affects !== vulnerabilities.total) return;
      expect(bySeverity(report.findings)).toEqual(
        rated.get(file) ?? normalised(vulnerabilities.byMaxRatingSeverity),
      );
      expect(
        report.findings.filter(({ suppression }) => suppression),
      ).toHaveLength(countHarmless(vulnerabilities.analysisState));
    });
  });

  describe('cyclonedxSource survives the hostile files', () => {
    it.each(
      files.hostile('cyclonedx').map(entry => [entry.file, entry] as const),
    )('%s', (_, { bytes }) => {
      const started = performance.now();
      const { report, refusal } = attempt(bytes);
      expect(report?.read.package ?? 0).toBe(
        (report?.packages.length ?? 0) + (report?.skippedByKind.package ?? 0),
      );
      expect(['none', 'InputError', 'SyntaxError']).toContain(refusal);
      expect(performance.now() - started).toBeLessThan(1000);
    });

    it('shows a contradiction and hides nothing behind it', () => {
      const value = hostile('ids/cyclonedx-dup-bomref.json');
      const [report] = cyclonedxSource.parse([{ value, path: '$' }], context);
      expect(report.read).toEqual({ package: 2, vulnerability: 3 });
      expect(report.findings).toHaveLength(8);
      expect(report.findings.filter(({ suppression }) => suppression)).toEqual(
        [],
      );
      expect(
        report.warnings.filter(text => text.includes('harmless')),
      ).toHaveLength(2);
    });

    it('reads what is readable among wrong types', () => {
      const value = hostile('types/cyclonedx-nulls.json');
      const [report] = cyclonedxSource.parse([{ value, path: '$' }], context);
      expect(report.read).toEqual({ package: 3, vulnerability: 3 });
      expect(report.skippedTotal).toBe(4);
      expect(report.packages).toMatchObject([{ name: 'ok' }]);
      expect(report.findings).toMatchObject([
        { id: 'CVE-2020-1', severity: 'unknown' },
      ]);
    });
  });
}

function hostile(name: string) {
  const found = files?.hostile('cyclonedx').find(({ file }) => file === name);
  return JSON.parse(found?.bytes.toString('utf8') ?? '');
}

function countHarmless(states: Record<string, number>): number {
  return Object.entries(states)
    .filter(([state]) => harmless.has(state))
    .reduce((sum, [, count]) => sum + count, 0);
}

function normalised(counts: Record<string, number>): Record<string, number> {
  return bySeverity(
    Object.entries(counts).flatMap(([spelling, count]) =>
      Array.from({ length: count }, () => ({
        severity: readSeverity(spelling),
      })),
    ),
  );
}

function bySeverity(findings: { severity: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { severity } of findings) {
    counts[severity] = (counts[severity] ?? 0) + 1;
  }
  return counts;
}

/** The report, or the name of the error that refuses it. */
function attempt(bytes: Buffer) {
  try {
    const value = JSON.parse(bytes.toString('utf8'));
    const [report] = cyclonedxSource.parse([{ value, path: '$' }], context);
    return { report, refusal: 'none' };
  } catch (error) {
    return { refusal: error instanceof Error ? error.name : 'no error' };
  }
}
