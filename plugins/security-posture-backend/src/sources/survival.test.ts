import type { SourceDocument } from 'backstage-plugin-security-posture-node';
import {
  damaged,
  expectSurvival,
} from 'backstage-plugin-security-posture-node/testUtils';
import fc from 'fast-check';
import { decodeBody } from '../ingest/decode';
import { wholeDocument } from '../ingest/recognise';
import { sourceChecks } from './__testUtils__/checks';
import { withCorpus } from './__testUtils__/withCorpus';
import { builtInSources } from './registry';

jest.setTimeout(120_000);

/** A larger document takes long to copy, and its elements are all alike. */
const MAX_CHARACTERS = 60_000;
const MAX_DOCUMENTS = 30;
const RUNS = 600;

/** Formats of which the corpus holds no report. */
const absent = ['cosign', 'kubernetes', 'policy-reporter'];

/** The documents of a body, none if it is refused. */
function decode(bytes: Buffer): SourceDocument[] {
  try {
    return decodeBody(bytes, { isDocument: wholeDocument(builtInSources) })
      .documents;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    expect(error.name).toMatch(
      /^(Input|PayloadTooLarge|UnsupportedMediaType)Error$/,
    );
    return [];
  }
}

/** Real documents of a source, the smaller ones, as different as may be. */
function documentsOf(id: string, documents: SourceDocument[]) {
  const own = documents.filter(
    ({ value }) =>
      builtInSources.find(source => source.recognise(value))?.id === id &&
      JSON.stringify(value).length <= MAX_CHARACTERS,
  );
  const step = Math.max(1, Math.floor(own.length / MAX_DOCUMENTS));
  return own.filter((_, index) => index % step === 0);
}

withCorpus(files => {
  const hostile = files.hostile().flatMap(({ bytes }) => decode(bytes));
  const real = files.files().flatMap(entry => decode(files.bytes(entry)));

  describe.each(builtInSources.map(source => [source.id, source] as const))(
    '%s survives',
    (id, source) => {
      const check = sourceChecks[id];

      // A sender may name any format with any body.
      it('every hostile document, recognised or not', () => {
        expect(hostile.length).toBeGreaterThan(100);
        for (const document of hostile) {
          expectSurvival(source, [document], { check });
        }
      });

      it('damage to the reports of other people', () => {
        const documents = documentsOf(id, real);
        expect(documents.length > 0).toBe(!absent.includes(id));
        if (documents.length === 0) return;
        fc.assert(
          fc.property(
            fc
              .constantFrom(...documents)
              .chain(({ value, path }) =>
                damaged(value).map(copy => ({ value: copy, path })),
              ),
            ({ value, path }) => {
              if (typeof value !== 'object' || value === null) return;
              const document = Array.isArray(value) ? value : { ...value };
              expectSurvival(source, [{ value: document, path }], { check });
            },
          ),
          { numRuns: RUNS },
        );
      });
    },
  );
});
