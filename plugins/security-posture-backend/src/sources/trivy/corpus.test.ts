import { decodeBody } from '../../ingest/decode';
import { wholeDocument } from '../../ingest/recognise';
import { withCorpus } from '../__testUtils__/withCorpus';
import { trivySource } from './source';

const context = { receivedAt: new Date('2026-09-01T00:00:00Z') };

withCorpus(files => {
  it.each(files.files('trivy').map(entry => [entry.file, entry] as const))(
    '%s has its ids and fixes',
    (_, entry) => {
      const [report, ...others] = trivySource.parse(
        files.documents(entry),
        context,
      );
      expect(others).toEqual([]);
      expect(report.skippedTotal).toBe(0);
      const { vulnerabilities, misconfigurations, modifiedFindings } =
        entry.expect;
      const reported = report.findings.filter(
        finding => !modifiedFindings || !finding.suppression,
      );
      const found = reported.flatMap(finding =>
        finding.kind === 'vulnerability' ? finding : [],
      );
      const failed = reported.flatMap(finding =>
        finding.kind === 'misconfiguration' ? finding : [],
      );
      expect([
        new Set(found.map(({ id }) => id)).size,
        found.filter(one => one.fixedVersions.length > 0).length,
        new Set(failed.map(({ id }) => id)).size,
      ]).toEqual([
        vulnerabilities.distinctIds,
        vulnerabilities.withFixedVersion,
        misconfigurations.distinctIds,
      ]);
    },
  );

  const hostileCounts: [string, number, number][] = [
    ['proto/trivy-proto-keys.json', 4, 0],
    ['types/trivy-vulns-mixed.json', 1, 7],
    ['injection/trivy-html-titles.json', 12, 0],
    ['injection/trivy-urls.json', 17, 0],
    ['chars/nul-and-controls.json', 3, 0],
    ['chars/lone-surrogates.json', 1, 0],
    ['chars/bidi-zero-width.json', 6, 0],
    ['chars/emoji-cjk.json', 1, 0],
    ['ids/trivy-exact-duplicates.json', 50, 0],
    ['ids/trivy-conflicting.json', 3, 0],
    ['ids/trivy-missing-ids.json', 1, 4],
    ['ids/image-names.json', 15, 0],
    ['ids/severities.json', 14, 0],
    ['numbers/cvss-numbers.json', 7, 0],
    ['numbers/dates.json', 15, 0],
    ['size/huge-description-3MB.json', 1, 0],
    ['syntax/duplicate-keys.json', 0, 0],
    ['detect/empty-results-everywhere.json', 0, 0],
  ];
  it.each(hostileCounts)(
    'hostile %s gives %d findings and skips %d',
    (file, kept, skipped) => {
      const entry = files.hostile('trivy').find(found => found.file === file);
      const { documents } = decodeBody(entry?.bytes ?? Buffer.alloc(0), {
        isDocument: wholeDocument([trivySource]),
      });
      const reports = trivySource.parse(documents, context);
      expect(reports.flatMap(report => report.findings)).toHaveLength(kept);
      expect(
        reports.reduce((sum, report) => sum + report.skippedTotal, 0),
      ).toBe(skipped);
      expect(reports.length).toBeGreaterThan(0);
    },
  );
});
