import { InputError } from '@backstage/errors';
import type {
  SourceContext,
  SourceReport,
} from 'backstage-plugin-security-posture-node';
import { decodeBody } from '../../ingest/decode';
import { corpus, type ManifestEntry } from '../../tests/corpus';
import { trivyOperatorSource } from './source';

const context: SourceContext = {
  cluster: 'prod',
  receivedAt: new Date('2026-11-23T10:00:00Z'),
};

const files = corpus();

/** Where our number is not the peer's. */
const differences = new Map<string, string>();

function kindCounts(reports: SourceReport[], kind: string) {
  const severities = new Map<string, number>();
  let open = 0;
  for (const finding of reports.flatMap(({ findings }) => findings)) {
    if (finding.kind !== kind) continue;
    open += 1;
    const { severity } = finding;
    severities.set(severity, (severities.get(severity) ?? 0) + 1);
  }
  return { open, severities: Object.fromEntries(severities) };
}

function normalised(bySeverity: Record<string, number>) {
  return Object.fromEntries(
    Object.entries(bySeverity).map(([spelling, count]) => [
      spelling.toLocaleLowerCase('en-US'),
      count,
    ]),
  );
}

function readTotal(
  reports: SourceReport[],
  kind: 'vulnerability' | 'secret' | 'misconfiguration',
) {
  return reports.reduce((sum, { read }) => sum + (read[kind] ?? 0), 0);
}

function controlsOf({ expect: { compliance } }: ManifestEntry): number {
  return compliance.reduce(
    (sum: number, { controls }: { controls: number }) => sum + controls,
    0,
  );
}

if (files) {
  describe('trivy-operator reports of other people', () => {
    it.each(
      files.files('trivy-operator').map(entry => [entry.file, entry] as const),
    )('counts %s as it was counted by hand', (file, entry) => {
      const documents = files.documents(entry);
      expect(
        documents.every(({ value }) => trivyOperatorSource.recognise(value)),
      ).toBe(true);
      const reports = trivyOperatorSource.parse(documents, context);
      const { vulnerabilities, checks, secrets, objects } = entry.expect;
      expect(reports).toHaveLength(objects);

      expect(readTotal(reports, 'vulnerability')).toBe(vulnerabilities.total);
      const found = kindCounts(reports, 'vulnerability');
      expect(found.severities).toEqual(normalised(vulnerabilities.bySeverity));
      const fixable = reports
        .flatMap(({ findings }) => findings)
        .filter(
          finding =>
            finding.kind === 'vulnerability' &&
            finding.fixedVersions.length > 0,
        );
      expect(fixable).toHaveLength(vulnerabilities.withFix);

      expect(readTotal(reports, 'secret')).toBe(secrets.total);
      expect(kindCounts(reports, 'secret').severities).toEqual(
        normalised(secrets.bySeverity),
      );

      expect(readTotal(reports, 'misconfiguration')).toBe(
        checks.total + controlsOf(entry),
      );
      if (controlsOf(entry) === 0) {
        const failed = kindCounts(reports, 'misconfiguration');
        expect(failed.severities).toEqual(normalised(checks.failBySeverity));
        expect(failed.open).toBe(checks.bySuccess.False ?? 0);
        expect(reports.flatMap(({ passes }) => passes)).toHaveLength(
          checks.bySuccess.True ?? 0,
        );
      }
      expect(reports.map(({ skippedTotal }) => skippedTotal)).toEqual(
        reports.map(() => 0),
      );

      const peer = entry.peer_expected?.defectdojo_findings;
      if (peer !== undefined && !differences.has(file)) {
        expect(reports.flatMap(({ findings }) => findings)).toHaveLength(
          Number(peer),
        );
      }
    });

    it.each(
      files
        .hostile('trivy-operator')
        .map(entry => [entry.file, entry] as const),
    )('survives %s', (_file, { bytes }) => {
      try {
        const { documents } = decodeBody(bytes);
        for (const report of trivyOperatorSource.parse(documents, context)) {
          const read = Object.values(report.read).reduce((a, b) => a + b, 0);
          const kept = report.findings.length + report.passes.length;
          expect(read).toBe(kept + report.skippedTotal);
        }
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
      }
    });
  });
} else {
  it('left out: REPORT_CORPUS is not set', () => {});
}
