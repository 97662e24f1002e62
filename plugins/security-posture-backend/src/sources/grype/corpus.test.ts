import { readSeverity } from 'backstage-plugin-security-posture-node';
import { corpus } from '../../tests/corpus';
import { grypeSource } from './source';

const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };
const files = corpus();

/** Where our count differs from what another product makes of a file. */
const differences = new Map([
  [
    'grype/dd-check_all_fields.json',
    {
      count: 1,
      why: 'DefectDojo merges two matches of the same id, package and version in different places',
    },
  ],
]);

if (!files) {
  it('left out: REPORT_CORPUS is not set', () => {
    expect(files).toBeUndefined();
  });
} else {
  describe('grypeSource reads the corpus', () => {
    it.each(files.files('grype').map(entry => [entry.file, entry] as const))(
      '%s',
      (file, entry) => {
        const documents = files.documents(entry);
        expect(
          documents.every(({ value }) => grypeSource.recognise(value)),
        ).toBe(true);
        const [report, ...more] = grypeSource.parse(documents, context);
        expect(more).toEqual([]);
        const { expect: counted, peer_expected: peer } = entry;
        const suppressed = report.findings.filter(f => f.suppression);
        const kept = report.findings.filter(f => !f.suppression);
        const { vulnerability = 0, suppressed: ignored = 0 } = report.read;
        expect([vulnerability, ignored]).toEqual([
          counted.matches,
          counted.ignoredMatches,
        ]);
        expect(kept).toHaveLength(counted.matches);
        expect(report.skippedTotal).toBe(0);
        expect(suppressed).toHaveLength(counted.ignoredMatches);
        expect(bySeverity(kept.map(({ severity }) => severity))).toEqual(
          bySeverity(spellings(counted.bySeverity)),
        );
        const vulnerabilities = kept.flatMap(finding =>
          finding.kind === 'vulnerability' ? finding : [],
        );
        expect(
          vulnerabilities.filter(f => f.fixedVersions.length > 0),
        ).toHaveLength(counted.withFixVersions);
        expect(vulnerabilities.filter(f => f.epss !== undefined)).toHaveLength(
          counted.withEpss,
        );
        expect(vulnerabilities.filter(f => f.knownExploited)).toHaveLength(
          counted.withKev,
        );
        expect(new Set(vulnerabilities.map(({ id }) => id)).size).toBe(
          counted.distinctVulnIds,
        );
        const peers = Number(
          peer?.defectdojo_findings ?? peer?.issues ?? kept.length,
        );
        expect(kept.length - (differences.get(file)?.count ?? 0)).toBe(peers);
      },
    );
  });

  describe('grypeSource survives the hostile files', () => {
    it.each(files.hostile('grype').map(entry => [entry.file, entry] as const))(
      '%s',
      (_, { bytes }) => {
        const started = performance.now();
        const { report, refusal } = attempt(bytes);
        expect(report?.read.vulnerability ?? 0).toBe(
          (report?.findings.length ?? 0) + (report?.skippedTotal ?? 0),
        );
        expect(['none', 'InputError', 'SyntaxError']).toContain(refusal);
        expect(performance.now() - started).toBeLessThan(1000);
      },
    );

    it('leaves a Trivy report to Trivy', () => {
      const [trivy] = files
        .hostile('grype (declared)')
        .map(({ bytes }) => JSON.parse(bytes.toString('utf8')));
      expect(grypeSource.recognise(trivy)).toBe(false);
    });
  });
}

function spellings(counts: Record<string, number>): string[] {
  return Object.entries(counts).flatMap(([spelling, count]) =>
    Array<string>(count).fill(readSeverity(spelling)),
  );
}

function bySeverity(severities: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const severity of severities) {
    counts[severity] = (counts[severity] ?? 0) + 1;
  }
  return counts;
}

/** The report, or the name of the error that refuses it. */
function attempt(bytes: Buffer) {
  try {
    const value = JSON.parse(bytes.toString('utf8'));
    const [report] = grypeSource.parse([{ value, path: '$' }], context);
    return { report, refusal: 'none' };
  } catch (error) {
    return { refusal: error instanceof Error ? error.name : 'no error' };
  }
}
