import { decodeBody } from '../ingest/decode';
import { recognise } from '../ingest/recognise';
import { builtInSources } from '../sources/registry';
import { corpus, type ManifestEntry } from './corpus';

jest.setTimeout(120_000);

const reports = corpus();
const receivedAt = new Date('2026-11-23T12:00:00.000Z');

/** `kev` and `epss` are feeds, not reports. */
const refusedFormats = ['unsupported', 'kev', 'epss'];

/** Files whose content alone does not tell what they are. */
const refusedFiles: Record<string, string> = {
  'gitleaks/dd-no_findings.json': 'it is the word null',
  'k8s-audit/falco-fal_01_003.json': 'it is an object with a kind of 0',
  'sarif/jenkins-semgrep-report.sarif.json':
    'it is JSON of Semgrep without results, not SARIF',
};

function read(entry: ManifestEntry, bytes: Buffer) {
  const { documents } = decodeBody(bytes, {
    isDocument: value => builtInSources.some(source => source.recognise(value)),
  });
  return { entry, ...recognise(builtInSources, documents) };
}

describe('every file of the corpus', () => {
  if (!reports) {
    it('left out: REPORT_CORPUS is not set', () => {
      expect(reports).toBeUndefined();
    });
    return;
  }

  it.each(reports.files().map(entry => [entry.file, entry] as const))(
    '%s goes to its source and keeps the books',
    (_, entry) => {
      const bytes = reports.bytes(entry);
      if (refusedFormats.includes(entry.format) || entry.file in refusedFiles) {
        expect(() => read(entry, bytes)).toThrow(
          expect.objectContaining({
            name: expect.stringMatching(/^(UnsupportedFormat|Input)Error$/),
          }),
        );
        return;
      }
      const { recognised, unrecognised } = read(entry, bytes);
      const ids = recognised.map(({ source }) => source.id);
      expect([unrecognised.length, ids]).toEqual([0, [expectedSource(entry)]]);
      for (const { source, documents } of recognised) {
        for (const report of source.parse(documents, { receivedAt })) {
          const skipped = Object.values(report.skippedByKind);
          expect(skipped.reduce((a, b) => a + b, 0)).toBe(report.skippedTotal);
          for (const { path, reason } of report.skipped) {
            expect(path).not.toBe('');
            expect(reason).not.toBe('');
          }
        }
      }
    },
  );
});

/** Files that the manifest sorts by their tool rather than by their shape. */
const bySource: Record<string, string> = {
  'stackrox/roxctl-one-alert.json': 'roxctl',
};

function expectedSource({ file, format }: ManifestEntry): string {
  return bySource[file] ?? format;
}
