import { InputError } from '@backstage/errors';
import { readSeverity } from 'backstage-plugin-security-posture-node';
import { corpus } from '../../tests/corpus';
import { grypeSource } from './source';

const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };
const files = corpus();

/** Why our count differs from what another product makes of the same file. */
const differences = new Map([
  [
    'grype/dd-check_all_fields.json',
    'DefectDojo merges two matches of the same id, package and version in different places',
  ],
]);

if (files) {
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
        expect(report.read).toEqual(
          counted.matches ? { vulnerability: counted.matches } : {},
        );
        expect(kept).toHaveLength(counted.matches - report.skippedTotal);
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
        const peerCount = peer?.defectdojo_findings ?? peer?.issues;
        if (peerCount !== undefined && !differences.has(file)) {
          expect(kept).toHaveLength(Number(peerCount));
        }
      },
    );
  });

  describe('grypeSource survives the hostile files', () => {
    it.each(files.hostile('grype').map(entry => [entry.file, entry] as const))(
      '%s',
      (_, { bytes }) => {
        let value;
        try {
          value = JSON.parse(bytes.toString('utf8'));
        } catch {
          return;
        }
        const started = performance.now();
        try {
          const [report] = grypeSource.parse([{ value, path: '$' }], context);
          expect(report.read.vulnerability ?? 0).toBe(
            report.findings.length + report.skippedTotal,
          );
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
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
} else {
  describe('grypeSource reads the corpus', () => {
    it('left out: REPORT_CORPUS is not set', () => {});
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
