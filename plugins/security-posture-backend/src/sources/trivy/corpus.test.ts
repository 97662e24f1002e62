import type { SourceFinding } from 'backstage-plugin-security-posture-node';
import { decodeBody } from '../../ingest/decode';
import { corpus, type ManifestEntry } from '../../tests/corpus';
import { trivySource } from './source';

const files = corpus();
const context = { receivedAt: new Date('2026-09-01T00:00:00Z') };

/** Where our count of open findings differs from another tool's, and why. */
const differences = new Map([
  [
    'trivy/dd-all_statuses.json',
    { count: -1, why: 'status not_affected is suppressed here' },
  ],
]);

function parse(bytes: Buffer) {
  const { documents } = decodeBody(bytes, {
    isDocument: trivySource.recognise,
  });
  return trivySource.parse(documents, context);
}

function attempt(bytes: Buffer) {
  try {
    return { reports: parse(bytes) };
  } catch (error) {
    return { reports: [], refusal: error instanceof Error ? error.name : '' };
  }
}

function total(counts: Record<string, number | undefined>): number {
  return Object.values(counts).reduce<number>((sum, n) => sum + (n ?? 0), 0);
}

function bySeverity(findings: SourceFinding[]) {
  const counts = new Map<string, number>();
  for (const { severity } of findings) {
    counts.set(severity, (counts.get(severity) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort());
}

function normalised(severities: Record<string, number>) {
  return Object.fromEntries(
    Object.entries(severities)
      .map(([raw, count]): [string, number] => [
        raw.toLocaleLowerCase('en-US'),
        count,
      ])
      .sort(),
  );
}

if (!files) {
  it('left out: REPORT_CORPUS is not set', () => {
    expect(files).toBeUndefined();
  });
} else {
  describe.each(
    files
      .files('trivy')
      .map((entry): [string, ManifestEntry] => [entry.file, entry]),
  )('%s', (file, entry) => {
    const [report, ...others] = parse(files.bytes(entry));
    const { expect: expected } = entry;
    const modified = total(expected.modifiedFindings ?? {});
    const reported = report.findings.filter(
      finding => finding.suppression?.reason !== 'not-affected' || !modified,
    );
    const of = (kind: string) =>
      reported.filter(finding => finding.kind === kind);

    it('is one report', () => {
      expect(others).toEqual([]);
    });

    it('has as many elements as counted independently', () => {
      const { package: _, ...read } = report.read;
      expect({
        vulnerability: 0,
        misconfiguration: 0,
        secret: 0,
        licence: 0,
        suppressed: 0,
        ...read,
      }).toEqual({
        vulnerability: expected.vulnerabilities.total,
        suppressed: modified,
        misconfiguration: expected.misconfigurations.total,
        secret: expected.secrets.total,
        licence: expected.licenses.total,
      });
    });

    it('has the same severities, ids and fixes', () => {
      const vulnerabilities = of('vulnerability');
      expect(bySeverity(vulnerabilities)).toEqual(
        normalised(expected.vulnerabilities.bySeverity),
      );
      expect(bySeverity(of('misconfiguration'))).toEqual(
        normalised(expected.misconfigurations.failBySeverity),
      );
      expect(bySeverity(of('secret'))).toEqual(
        normalised(expected.secrets.bySeverity),
      );
      expect(bySeverity(of('licence'))).toEqual(
        normalised(expected.licenses.bySeverity),
      );
      expect(
        new Set(vulnerabilities.map(found => 'id' in found && found.id)).size,
      ).toBe(expected.vulnerabilities.distinctIds);
      expect(
        vulnerabilities.filter(
          found => 'fixedVersions' in found && found.fixedVersions.length > 0,
        ),
      ).toHaveLength(expected.vulnerabilities.withFixedVersion);
      expect(
        new Set(
          report.findings.flatMap(found =>
            found.kind === 'misconfiguration' ? [found.id] : [],
          ),
        ).size,
      ).toBe(expected.misconfigurations.distinctIds);
    });

    it('keeps or skips every element', () => {
      const kept =
        report.findings.length + report.passes.length + report.packages.length;
      expect(total(report.read)).toBe(kept + report.skippedTotal);
      expect(report.skippedTotal).toBe(0);
    });

    it('has as many open findings as other tools say', () => {
      const peer =
        entry.peer_expected?.defectdojo_findings ?? entry.peer_expected?.issues;
      if (peer === undefined) return;
      const open = report.findings.filter(finding => !finding.suppression);
      const difference = differences.get(file)?.count ?? 0;
      expect(open).toHaveLength(Number(peer) + difference);
    });
  });

  describe.each(
    files
      .hostile('trivy')
      .filter(({ format }) => format === 'trivy')
      .map((entry): [string, Buffer] => [entry.file, entry.bytes]),
  )('hostile %s', (_, bytes) => {
    it('is read with counts that add up, or refused', () => {
      const start = performance.now();
      const { reports, refusal } = attempt(bytes);
      expect(performance.now() - start).toBeLessThan(1000);
      expect([undefined, 'InputError', 'PayloadTooLargeError']).toContain(
        refusal,
      );
      for (const report of reports) {
        const kept =
          report.findings.length +
          report.passes.length +
          report.packages.length;
        expect(total(report.read)).toBe(kept + report.skippedTotal);
      }
      expect({}).not.toHaveProperty('polluted');
    });
  });

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
      const reports = entry ? parse(entry.bytes) : [];
      expect(reports.flatMap(report => report.findings)).toHaveLength(kept);
      expect(
        reports.reduce((sum, report) => sum + report.skippedTotal, 0),
      ).toBe(skipped);
      expect(reports.length).toBeGreaterThan(0);
    },
  );
}
