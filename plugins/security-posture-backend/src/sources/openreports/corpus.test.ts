import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceReport } from 'backstage-plugin-security-posture-node';
import { corpus } from '../../tests/corpus';
import { expectCounts } from '../policyreport/__testUtils__/expectCounts';
import {
  expectBodySurvival,
  expectDamageSurvival,
} from '../policyreport/__testUtils__/survival';
import { openReportsSource } from './source';

const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };
const files = corpus();

// No report below has a result on several resources.
function countKept(report: SourceReport): number {
  return report.decisions.length;
}

if (files) {
  describe('openReportsSource reads the corpus', () => {
    const entries = files.files('openreports');

    it.each(entries.map(entry => [entry.file, entry] as const))(
      '%s',
      (_, entry) => {
        expect(() =>
          expectCounts(openReportsSource, entry, files.documents(entry)),
        ).not.toThrow();
      },
    );

    it.each(
      entries
        .filter(entry => entry.peer_expected)
        .map(entry => [entry.file, entry] as const),
    )('finds as many in %s as DefectDojo', (_, entry) => {
      const findings = openReportsSource
        .parse(files.documents(entry), context)
        .flatMap(report => report.findings);
      expect(findings).toHaveLength(
        Number(entry.peer_expected?.defectdojo_findings),
      );
    });

    it.each(files.hostile().map(entry => [entry.file, entry] as const))(
      'survives %s',
      (_, { bytes }) => {
        expect(() =>
          expectBodySurvival(openReportsSource, bytes, countKept),
        ).not.toThrow();
      },
    );
  });
} else {
  it('left out: REPORT_CORPUS is not set', () => {
    expect(files).toBeUndefined();
  });
}

it('survives any damage', () => {
  const file = join(__dirname, '__fixtures__', 'image-scan.json');
  const value = JSON.parse(readFileSync(file, 'utf8'));
  expect(() =>
    expectDamageSurvival(openReportsSource, value, countKept),
  ).not.toThrow();
});
