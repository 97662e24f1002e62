import { InputError } from '@backstage/errors';
import type {
  Source,
  SourceDocument,
  SourceReport,
} from 'backstage-plugin-security-posture-node';
import fc from 'fast-check';
import { decodeBody } from '../../../ingest/decode';
import {
  damage,
  replacements,
  sum,
} from '../../kubernetes/__testUtils__/damage';

const context = { receivedAt: new Date('2026-11-23T00:00:00Z') };

/** How many elements of its tool a report kept. */
type CountKept = (report: SourceReport) => number;

/** Parses documents that a source may refuse, but only with an InputError. */
export function expectSurvival(
  source: Source,
  documents: SourceDocument[],
  countKept: CountKept,
): void {
  let reports: SourceReport[] = [];
  try {
    reports = source.parse(documents, context);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
  }
  for (const report of reports) {
    expect(sum(report.read)).toBe(countKept(report) + report.skippedTotal);
    expect(sum(report.skippedByKind)).toBe(report.skippedTotal);
  }
}

/** As `expectSurvival`, for a body as it would be sent. */
export function expectBodySurvival(
  source: Source,
  body: Buffer,
  countKept: CountKept,
): void {
  let documents: SourceDocument[] = [];
  try {
    documents = decodeBody(body).documents;
  } catch {
    return;
  }
  const recognised = documents.filter(({ value }) => source.recognise(value));
  const started = performance.now();
  expectSurvival(source, recognised, countKept);
  expect(performance.now() - started).toBeLessThan(1000);
}

/** As `expectSurvival`, with a few nodes of a document replaced at random. */
export function expectDamageSurvival(
  source: Source,
  original: unknown,
  countKept: CountKept,
): void {
  const damages = fc.array(
    fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      fc.constantFrom(...replacements),
    ),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(damages, list => {
      const value = list.reduce<unknown>(
        (document, [where, replacement]) =>
          damage(document, where, replacement),
        original,
      );
      if (typeof value !== 'object' || value === null) return;
      const document = Array.isArray(value) ? value : { ...value };
      expect(typeof source.recognise(document)).toBe('boolean');
      expectSurvival(source, [{ value: document, path: '$' }], countKept);
    }),
    { numRuns: 500 },
  );
}
