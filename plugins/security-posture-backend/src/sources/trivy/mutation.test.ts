import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { trivySource } from './source';

const fixtures = ['image', 'repository', 'legacy', 'kubernetes'].map(name =>
  readFileSync(join(__dirname, '__fixtures__', `${name}.json`), 'utf8'),
);
const replacements: unknown[] = [
  ...[null, undefined, true, -1, 1e308, '', 'text', '\u0000', '\ud800'],
  ...[[], [null], [[]], {}, { a: 1 }, { toString: null }],
];

/** Replaces the node that a walk in document order meets at `index`. */
function replace(value: any, index: number, replacement: unknown): any {
  let at = -1;
  function walk(node: any): any {
    at += 1;
    if (at === index) return replacement;
    if (typeof node !== 'object' || node === null) return node;
    if (Array.isArray(node)) return node.map(walk);
    return Object.fromEntries(
      Object.entries(node).map(([key, inner]) => [key, walk(inner)]),
    );
  }
  return walk(value);
}

function size(value: any): number {
  if (typeof value !== 'object' || value === null) return 1;
  return 1 + total(Object.values(value).map(size));
}

function total(numbers: (number | undefined)[]): number {
  return numbers.reduce<number>((all, number) => all + (number ?? 0), 0);
}

it('reads a damaged report with counts that add up, or refuses it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...fixtures),
      fc.array(
        fc.tuple(
          fc.double({ min: 0, max: 0.999, noNaN: true }),
          fc.constantFrom(...replacements),
        ),
        { minLength: 1, maxLength: 8 },
      ),
      (text, changes) => {
        let value = JSON.parse(text);
        for (const [where, replacement] of changes) {
          value = replace(value, Math.floor(where * size(value)), replacement);
        }
        if (typeof value !== 'object' || value === null) return;
        const isKnown = trivySource.recognise(value);
        try {
          const [report] = trivySource.parse([{ value, path: '$' }], {
            receivedAt: new Date('2026-09-01T00:00:00Z'),
          });
          expect(isKnown).toBe(true);
          expect(total(Object.values(report.read))).toBe(
            report.findings.length +
              report.passes.length +
              report.packages.length +
              report.skippedTotal,
          );
          expect(total(Object.values(report.skippedByKind))).toBe(
            report.skippedTotal,
          );
        } catch (error) {
          if (!(error instanceof Error) || error.name !== 'InputError') {
            throw error;
          }
        }
      },
    ),
    { numRuns: 1500 },
  );
});
