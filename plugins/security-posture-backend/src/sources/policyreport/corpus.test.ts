import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceReport } from 'backstage-plugin-security-posture-node';
import { decodeBody } from '../../ingest/decode';
import { corpus } from '../../tests/corpus';
import { context } from './__testUtils__/parse';
import { expectCounts } from './__testUtils__/expectCounts';
import {
  expectBodySurvival,
  expectDamageSurvival,
} from './__testUtils__/survival';
import { policyReportSource } from './source';

const files = corpus();

// No report below has a result on several resources.
function countKept(report: SourceReport): number {
  return report.decisions.length;
}

if (files) {
  describe('policyReportSource reads the corpus', () => {
    it.each(
      files.files('policyreport').map(entry => [entry.file, entry] as const),
    )('%s', (_, entry) => {
      expect(() =>
        expectCounts(policyReportSource, entry, files.documents(entry)),
      ).not.toThrow();
    });

    it.each([
      ['proto/policyreport-proto-labels.json', ['fail'], 1],
      ['types/policyreport-wrong.json', ['fail'], 3],
      ['injection/k8s-names.json', ['fail'], 0],
      ['numbers/policyreport-lying-summary.json', ['fail'], 0],
      ['size/many-labels.json', [], 0],
    ])('keeps what is sound in %s', (name, outcomes, skipped) => {
      const bytes = files.hostile().find(({ file }) => file === name)?.bytes;
      const { documents } = decodeBody(bytes ?? Buffer.alloc(0));
      const [report] = policyReportSource.parse(documents, context);
      expect(report.decisions.map(({ outcome }) => outcome)).toEqual(outcomes);
      expect(report.skippedTotal).toBe(skipped);
    });

    it.each(files.hostile().map(entry => [entry.file, entry] as const))(
      'survives %s',
      (_, { bytes }) => {
        expect(() =>
          expectBodySurvival(policyReportSource, bytes, countKept),
        ).not.toThrow();
      },
    );
  });
} else {
  it('left out: REPORT_CORPUS is not set', () => {
    expect(files).toBeUndefined();
  });
}

it.each(['kyverno.json', 'vulnerabilities.json'])(
  'survives any damage to %s',
  name => {
    const text = readFileSync(join(__dirname, '__fixtures__', name), 'utf8');
    expect(() =>
      expectDamageSurvival(policyReportSource, JSON.parse(text), countKept),
    ).not.toThrow();
  },
);
