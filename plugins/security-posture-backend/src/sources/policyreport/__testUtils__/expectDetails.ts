import {
  readSeverity,
  type Source,
  type SourceDocument,
} from 'backstage-plugin-security-posture-node';
import type { ManifestEntry } from '../../../tests/corpus';
import { spelt, tally, total } from '../../../tests/__testUtils__/tally';
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

/** Compares what a file says beside the numbers of results with its manifest. */
export function expectDetails(
  source: Source,
  { file, expect: counted }: ManifestEntry,
  documents: SourceDocument[],
): void {
  const reports = source.parse(documents, context);
  expect(reports).toHaveLength(counted.objects);

  const decisions = reports.flatMap(report => report.decisions);
  const { pass = 0, fail = 0, warn = 0 } = counted.byResult;
  expect(reports.flatMap(({ passes }) => passes)).toHaveLength(pass);
  const findings = reports.flatMap(report => report.findings);
  const excepted = findings.filter(({ suppression }) => suppression);
  expect(findings.length - excepted.length).toBe(fail + warn);

  // Results that say no outcome are skipped; the manifest counts the rest of them.
  if (reports.some(({ skippedTotal }) => skippedTotal > 0)) return;
  const failed = decisions.filter(({ outcome }) => outcome === 'fail');
  expect(tally(failed.map(({ severity }) => severity))).toEqual(
    spelt(counted.failBySeverity, readSeverity),
  );
  expect(tally(decisions.map(({ engine }) => engine))).toEqual(
    spelt(counted.bySource, spelling =>
      spelling === '(missing)' ? UNNAMED : readEngine(spelling),
    ),
  );
  expect(new Set(decisions.map(({ policy }) => policy)).size).toBe(
    counted.policies.n,
  );
  const scopes = reports.flatMap(report => report.scopes);
  expect(scopes.every(({ complete }) => complete)).toBe(
    !incomplete.has(file) && total(counted.summaryDeclared) <= counted.results,
  );
}
