import { corpus } from '../../tests/corpus';
import { osvScannerSource } from './source';

const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };
const files = corpus();

/** Files whose groups were lost before they came to us; we group again. */
const regrouped = new Map([
  [
    'osv-scanner/osv-image-chiseled-ubuntu.json',
    'its test harness wrote the number of groups in place of the groups; the numbers sum up to 153',
  ],
]);

/** Where our count differs from what another product makes of a file. */
const differences = new Map([
  [
    'osv-scanner/dd-many_findings.json',
    {
      count: 37 - 66,
      why: 'DefectDojo makes a finding of every record, the tool and we of every group',
    },
  ],
]);

if (!files) {
  it('left out: REPORT_CORPUS is not set', () => {
    expect(files).toBeUndefined();
  });
} else {
  describe('osvScannerSource reads the corpus', () => {
    it.each(
      files.files('osv-scanner').map(entry => [entry.file, entry] as const),
    )('%s', (file, entry) => {
      const documents = files.documents(entry);
      expect(
        documents.every(({ value }) => osvScannerSource.recognise(value)),
      ).toBe(true);
      const [report, ...more] = osvScannerSource.parse(documents, context);
      expect(more).toEqual([]);
      const { groups, vulnerabilityEntries } = entry.expect;
      const expected = regrouped.has(file) ? vulnerabilityEntries : groups;
      expect(report.read.vulnerability ?? 0).toBe(expected);
      expect(report.skippedTotal).toBe(0);
      expect(report.findings).toHaveLength(expected);
      const peer = entry.peer_expected;
      const peers = Number(
        peer?.defectdojo_findings ?? peer?.issues ?? expected,
      );
      expect(expected - (differences.get(file)?.count ?? 0)).toBe(peers);
    });
  });

  describe('osvScannerSource survives the hostile files', () => {
    it.each(
      files.hostile('osv-scanner').map(entry => [entry.file, entry] as const),
    )('%s', (_, { bytes }) => {
      const started = performance.now();
      const { report, refusal } = attempt(bytes);
      expect(report?.read.vulnerability ?? 0).toBeGreaterThanOrEqual(
        (report?.findings.length ?? 0) + (report?.skippedTotal ?? 0),
      );
      expect(['none', 'InputError', 'SyntaxError']).toContain(refusal);
      expect(performance.now() - started).toBeLessThan(1000);
    });

    it('makes two problems of an alias cycle and an advisory for two CVEs', () => {
      const [report] = osvScannerSource.parse(
        [{ value: hostile('ids/alias-loop-osv.json'), path: '$' }],
        context,
      );
      expect(report.findings).toMatchObject([
        { id: 'GHSA-aaaa-bbbb-cccc', aliases: ['OSV-1', 'CVE-2024-1'] },
        { id: 'GHSA-zzzz-zzzz-zzzz' },
      ]);
      expect(report.findings).toHaveLength(2);
    });

    it('counts what it cannot read', () => {
      const [report] = osvScannerSource.parse(
        [{ value: hostile('types/osv-wrong.json'), path: '$' }],
        context,
      );
      expect(report.read).toEqual({ vulnerability: 4 });
      expect(report.skippedTotal).toBe(4);
      expect(report.scopes).toMatchObject([{ complete: false }]);
    });
  });
}

function hostile(name: string) {
  const found = files?.hostile('osv-scanner').find(({ file }) => file === name);
  return JSON.parse(found?.bytes.toString('utf8') ?? '');
}

/** The report, or the name of the error that refuses it. */
function attempt(bytes: Buffer) {
  try {
    const value = JSON.parse(bytes.toString('utf8'));
    const [report] = osvScannerSource.parse([{ value, path: '$' }], context);
    return { report, refusal: 'none' };
  } catch (error) {
    return { refusal: error instanceof Error ? error.name : 'no error' };
  }
}
