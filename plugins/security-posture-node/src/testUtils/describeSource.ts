import type { ElementCounts } from 'backstage-plugin-security-posture-common';
import fc from 'fast-check';
import type { SourceReport } from '../model';
import type { Source, SourceContext, SourceDocument } from '../Source';
import { damaged } from './damaged';
import {
  expectBooks,
  expectSurvival,
  type ReportCheck,
} from './expectSurvival';

/**
 * A body that the source must read, and what it must count in it.
 *
 * @public
 */
export interface SourceFixture {
  name: string;
  /** One document, or all that a body holds: lines of events, items of a list. */
  documents: SourceDocument[];
  /** The tool's own numbers; kinds that are left out are zero. */
  read: Partial<ElementCounts>;
}

/** @public */
export interface SourceTestOptions {
  /** What must hold for every report, those of damaged documents included. */
  check?: ReportCheck;
  context?: SourceContext;
}

/**
 * Declares the conformance tests of a source, in a file of jest tests.
 *
 * @public
 */
export function describeSource(
  source: Source,
  fixtures: SourceFixture[],
  options: SourceTestOptions = {},
): void {
  const context = options.context ?? {
    receivedAt: new Date('2026-01-15T12:00:00.000Z'),
  };
  const survive = (documents: SourceDocument[]) =>
    expectSurvival(source, documents, { check: options.check, context });

  describe(`source ${source.id}`, () => {
    it('has an id that can be a folder, and names itself', () => {
      expect(source.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(source.title).not.toBe('');
      expect(source.looksLike).not.toBe('');
    });

    it('recognises nothing in what is no report, and survives it', () => {
      for (const value of [{}, [], [null], [[]], { toString: null }]) {
        expect(source.recognise(value)).toBe(false);
        expect(() => survive([{ value, path: '$' }])).not.toThrow();
      }
    });

    it.each(fixtures)('recognises and counts $name', ({ documents, read }) => {
      expect(documents.filter(({ value }) => !source.recognise(value))).toEqual(
        [],
      );
      const reports = source.parse(documents, context);
      expect(sumOf(reports)).toEqual(read);
      for (const report of reports) {
        expectBooks(report);
        options.check?.(report);
      }
    });

    it.each(fixtures)('reads $name alike every time', ({ documents }) => {
      const before = JSON.stringify(documents);
      expect(source.parse(documents, context)).toEqual(
        source.parse(documents, context),
      );
      expect(JSON.stringify(documents)).toBe(before);
    });

    it.each(fixtures)('survives any damage to $name', ({ documents }) => {
      fc.assert(
        fc.property(
          fc
            .nat(documents.length - 1)
            .chain(index =>
              damaged(documents[index].value).map(value => ({ index, value })),
            ),
          ({ index, value }) => {
            if (!isDocument(value)) return;
            survive(
              documents.map((document, at) =>
                at === index ? { ...document, value } : document,
              ),
            );
          },
        ),
        { numRuns: 300 },
      );
    });
  });
}

function isDocument(value: unknown): value is SourceDocument['value'] {
  return typeof value === 'object' && value !== null;
}

function sumOf(reports: SourceReport[]): Partial<ElementCounts> {
  const sums = new Map<string, number>();
  for (const { read } of reports) {
    for (const [kind, count] of Object.entries(read)) {
      if (count > 0) sums.set(kind, (sums.get(kind) ?? 0) + count);
    }
  }
  return Object.fromEntries(sums);
}
