import { expectBooks } from 'backstage-plugin-security-posture-node/testUtils';
import { decodeBody } from '../ingest/decode';
import { recognise, wholeDocument } from '../ingest/recognise';
import { builtInSources } from '../sources/registry';
import { sourceChecks } from '../sources/__testUtils__/checks';
import { withCorpus } from '../sources/__testUtils__/withCorpus';
import { comparisons } from './__testUtils__/manifestCounts';
import { peerDifferences } from './__testUtils__/peerDifferences';
import type { ManifestEntry } from './corpus';

jest.setTimeout(120_000);

const receivedAt = new Date('2026-11-23T12:00:00.000Z');

/** `kev` and `epss` are feeds, not reports. */
const refusedFormats = ['unsupported', 'kev', 'epss'];

/** Files whose content alone does not tell what they are. */
const refusedFiles: Record<string, string> = {
  'gitleaks/dd-no_findings.json':
    'it is the word null: a clean scan, read with format=gitleaks',
  'k8s-audit/falco-fal_01_003.json':
    'it is an object with a kind of 0, which Falco keeps to test its parser',
  'sarif/jenkins-semgrep-report.sarif.json':
    'it is JSON of Semgrep without results, not SARIF',
};

/** Files that the manifest sorts by their tool rather than by their shape. */
const bySource: Record<string, string> = {
  'stackrox/roxctl-one-alert.json': 'roxctl',
};

/** What the manifest counts by severity and by outcome, where it is not empty. */
const severityKeys =
  /^(bySeverity|byPriority|failBySeverity|byMaxRatingSeverity|groupMaxSeverityBucket|effectiveLevel)$/;
const outcomeKeys = /^(byResult|bySuccess|byAction|analysisState)$/;

function read(
  { file, format: manifestFormat }: ManifestEntry,
  bytes: Buffer,
  format?: string,
) {
  const { documents } = decodeBody(bytes, {
    isDocument: wholeDocument(builtInSources, format),
  });
  const { recognised, unrecognised } = recognise(
    builtInSources,
    documents,
    format,
  );
  const ids = recognised.map(({ source }) => source.id);
  expect([unrecognised.length, ids]).toEqual([
    0,
    [bySource[file] ?? manifestFormat],
  ]);
  return recognised.flatMap(({ source, documents: own }) =>
    source.parse(own, { receivedAt }),
  );
}

withCorpus(files => {
  const entries = files.files().map(entry => [entry.file, entry] as const);
  const isRefused = ({ file, format }: ManifestEntry) =>
    refusedFormats.includes(format) || file in refusedFiles;
  const accepted = entries.filter(([, entry]) => !isRefused(entry));
  const refused = entries.filter(([, entry]) => isRefused(entry));

  it('holds what it held when these numbers were compared', () => {
    expect([accepted.length, refused.length]).toEqual([230, 10]);
  });

  describe('every report of the corpus', () => {
    it.each(accepted)('%s has the numbers of its manifest', (file, entry) => {
      const reports = read(entry, files.bytes(entry));
      for (const report of reports) {
        expectBooks(report);
        sourceChecks[bySource[file] ?? entry.format](report);
      }
      const { expect: expected, format } = entry;
      const compared = comparisons[format](expected, reports, file);
      for (const pair of Object.values(compared)) {
        expect(pair.ours).toEqual(pair.counted);
      }
      expect({
        severities: 'severities' in compared || !counts(expected, severityKeys),
        outcomes: 'outcomes' in compared || !counts(expected, outcomeKeys),
      }).toEqual({ severities: true, outcomes: true });
    });

    it.each(accepted.filter(([, entry]) => peerNumber(entry) !== undefined))(
      '%s has as many open findings as another product, or we know why not',
      (file, entry) => {
        const open = read(entry, files.bytes(entry))
          .flatMap(({ findings }) => findings)
          .filter(({ suppression }) => suppression === undefined);
        const difference = peerDifferences[file]?.more ?? 0;
        expect(open.length - difference).toBe(peerNumber(entry));
      },
    );
  });

  it.each(refused)('%s is refused', (_, entry) => {
    expect(() => read(entry, files.bytes(entry))).toThrow(
      expect.objectContaining({
        name: expect.stringMatching(/^(UnsupportedFormat|Input)Error$/),
      }),
    );
  });

  it('reads the null of a clean Gitleaks scan where the sender says what it is', () => {
    const [, entry] = refused.find(([file]) => file.startsWith('gitleaks'))!;
    const [report, ...more] = read(entry, files.bytes(entry), 'gitleaks');
    expect(more).toEqual([]);
    expect(report).toMatchObject({
      read: {},
      findings: [],
      scopes: [{ kind: 'secret', complete: true }],
    });
    expect(entry.expect.findings).toBe(0);
  });
});

/** Whether the manifest counts something under one of these keys. */
function counts(expected: unknown, keys: RegExp): boolean {
  if (typeof expected !== 'object' || expected === null) return false;
  return Object.entries(expected).some(([key, value]) =>
    keys.test(key)
      ? Object.keys(value ?? {}).some(word => !word.startsWith('('))
      : counts(value, keys),
  );
}

function peerNumber({ peer_expected: peer }: ManifestEntry) {
  const number = peer?.defectdojo_findings ?? peer?.issues;
  return number === undefined ? undefined : Number(number);
}
