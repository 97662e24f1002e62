import {
  readSeverity,
  type Source,
  type SourceDocument,
} from 'backstage-plugin-security-posture-node';
import type { ManifestEntry } from '../../../tests/corpus';
import { readEngine } from '../engine';

const context = {
  cluster: 'prod',
  receivedAt: new Date('2026-11-23T00:00:00Z'),
};

/** Files whose results name no source: the engine that we say instead. */
const UNNAMED = 'policy-report';

/** Files that list all that they count, and still do not show everything. */
const incomplete = new Map([
  [
    'policyreport/wg-sample-v1beta2-kyverno.yaml',
    'its configuration leaves warnings out',
  ],
]);

/** Parses the documents of a file and compares what we count with its manifest. */
export function expectCounts(
  source: Source,
  { file, expect: counted }: ManifestEntry,
  documents: SourceDocument[],
): void {
  expect(documents.map(({ value }) => source.recognise(value))).toEqual(
    new Array(counted.objects).fill(true),
  );
  const reports = source.parse(documents, context);
  expect(reports).toHaveLength(counted.objects);

  const decisions = reports.flatMap(report => report.decisions);
  const skipped = reports.reduce((sum, report) => sum + report.skippedTotal, 0);
  const read = reports.map(report => report.read['policy-result'] ?? 0);
  expect(read.reduce((sum, n) => sum + n, 0)).toBe(counted.results);
  // No file of the corpus has a result on several resources.
  expect(decisions.length + skipped).toBe(counted.results);

  // Python's None is an outcome that the result does not say.
  const { None: unsaid = 0, ...byResult } = counted.byResult;
  expect(skipped).toBe(unsaid);
  expect(tally(decisions.map(({ outcome }) => `${outcome}`))).toEqual(byResult);
  const passes = reports.flatMap(report => report.passes);
  const findings = reports.flatMap(report => report.findings);
  expect(passes).toHaveLength(byResult.pass ?? 0);
  expect(findings).toHaveLength((byResult.fail ?? 0) + (byResult.warn ?? 0));

  if (skipped > 0) return;
  expect(tally(decisions.map(({ severity }) => severity))).toEqual(
    merged(counted.bySeverity, readSeverity),
  );
  const failed = decisions.filter(({ outcome }) => outcome === 'fail');
  expect(tally(failed.map(({ severity }) => severity))).toEqual(
    merged(counted.failBySeverity, readSeverity),
  );
  expect(tally(decisions.map(({ engine }) => engine))).toEqual(
    merged(counted.bySource, spelling =>
      spelling === '(missing)' ? UNNAMED : readEngine(spelling),
    ),
  );
  expect(new Set(decisions.map(({ policy }) => policy)).size).toBe(
    counted.policies.n,
  );
  const declared: number[] = Object.values(counted.summaryDeclared);
  const scopes = reports.flatMap(report => report.scopes);
  expect(scopes.every(({ complete }) => complete)).toBe(
    !incomplete.has(file) &&
      declared.reduce((sum, n) => sum + n, 0) <= counted.results,
  );
}

function tally(words: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

function merged(
  counts: Record<string, number>,
  normalise: (spelling: string) => string,
): Record<string, number> {
  return tally(
    Object.entries(counts).flatMap(([spelling, count]) =>
      new Array<string>(count).fill(normalise(spelling)),
    ),
  );
}
