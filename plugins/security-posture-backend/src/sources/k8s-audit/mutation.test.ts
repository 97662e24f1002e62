import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeBody } from '../../ingest/decode';
import { damage, replacements, sum } from '../kubernetes/__testUtils__/damage';
import { k8sAuditSource } from './source';

const context = { receivedAt: new Date('2031-03-03T00:00:00Z') };

function fixture(name: string) {
  return decodeBody(readFileSync(join(__dirname, '__fixtures__', name)))
    .documents;
}

it('reads damaged events with counts that add up', () => {
  const documents = ['denials.ndjson', 'accesses.json', 'admitted.ndjson']
    .flatMap(fixture)
    .map(({ value }) => value);
  fc.assert(
    fc.property(
      fc.constantFrom(...documents),
      fc.array(
        fc.tuple(
          fc.double({ min: 0, max: 0.999, noNaN: true }),
          fc.constantFrom(...replacements),
        ),
        { minLength: 1, maxLength: 6 },
      ),
      (original, changes) => {
        const value = changes.reduce<any>(
          (document, change) => damage(document, ...change),
          original,
        );
        const [report] = k8sAuditSource.parse([{ value, path: '$' }], context);
        const { read, skippedByKind } = report;
        expect(sum(skippedByKind)).toBe(report.skippedTotal);
        expect(report.decisions.length + (skippedByKind.decision ?? 0)).toBe(
          read.decision ?? 0,
        );
        expect(report.alerts.length).toBe(read.alert ?? 0);
        expect(report.workloads.length + (skippedByKind.workload ?? 0)).toBe(
          read.workload ?? 0,
        );
        expect(sum(read)).toBeGreaterThan(0);
        expect(JSON.stringify(report)).not.toContain('hunter2');
      },
    ),
    { numRuns: 1500 },
  );
});
