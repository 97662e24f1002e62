import { withCorpus } from '../__testUtils__/withCorpus';
import { grypeSource } from './source';

const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };

const olderFixes = (bytes: Buffer) =>
  bytes.toString('utf8').match(/"fixedInVersion": *"[^"]/g)?.length ?? 0;

withCorpus(files => {
  it.each(files.files('grype').map(entry => [entry.file, entry] as const))(
    '%s has its fixes and what is known of exploits',
    (_, entry) => {
      const { expect: counted } = entry;
      const [report] = grypeSource.parse(files.documents(entry), context);
      expect(report.skippedTotal).toBe(0);
      const suppressed = report.findings.filter(found => found.suppression);
      expect(suppressed).toHaveLength(counted.ignoredMatches);
      const found = report.findings.flatMap(finding =>
        finding.kind === 'vulnerability' && !finding.suppression ? finding : [],
      );
      expect({
        withFixVersions: found.filter(one => one.fixedVersions.length > 0)
          .length,
        withEpss: found.filter(one => one.epss !== undefined).length,
        withKev: found.filter(one => one.knownExploited).length,
        distinctVulnIds: new Set(found.map(({ id }) => id)).size,
      }).toEqual({
        // The manifest counts `fix.versions`, which Grype 0.7 did not have yet.
        withFixVersions:
          counted.withFixVersions + olderFixes(files.bytes(entry)),
        withEpss: counted.withEpss,
        withKev: counted.withKev,
        distinctVulnIds: counted.distinctVulnIds,
      });
    },
  );

  it('leaves a Trivy report to Trivy', () => {
    const [trivy] = files
      .hostile('grype (declared)')
      .map(({ bytes }) => JSON.parse(bytes.toString('utf8')));
    expect(grypeSource.recognise(trivy)).toBe(false);
  });
});
