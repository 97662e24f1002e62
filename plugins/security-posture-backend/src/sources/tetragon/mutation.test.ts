import { InputError } from '@backstage/errors';
import type { SourceContext } from 'backstage-plugin-security-posture-node';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeBody } from '../../ingest/decode';
import { tetragonSource } from './source';

const context: SourceContext = {
  cluster: 'prod',
  receivedAt: new Date('2026-05-04T09:00:00Z'),
};

const { documents } = decodeBody(
  readFileSync(join(__dirname, '__fixtures__', 'events.ndjson')),
);

const replacements = fc.constantFrom<unknown>(
  null,
  0,
  -1.5,
  '',
  'text',
  '\u0000',
  true,
  [],
  [null],
  {},
  { a: 1 },
);

/** A copy with the node that the seed walks to replaced. */
function mutate(value: unknown, seed: number[], by: unknown): unknown {
  const [step, ...rest] = seed;
  if (step === undefined || typeof value !== 'object' || value === null) {
    return by;
  }
  const keys = Object.keys(value);
  if (keys.length === 0) return by;
  const key = keys[step % keys.length];
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      String(index) === key ? mutate(item, rest, by) : item,
    );
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      name === key ? mutate(item, rest, by) : item,
    ]),
  );
}

describe('broken events', () => {
  it('throw nothing but an InputError, and the books balance', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom(...documents),
            fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }),
            replacements,
          ),
          { minLength: 1, maxLength: 5 },
        ),
        mutations => {
          const lines = mutations.map(([{ value, path }, seed, by]) => {
            const mutated = mutate(value, seed, by);
            const record =
              typeof mutated === 'object' && mutated !== null ? mutated : {};
            return { value: { ...record }, path };
          });
          lines.forEach(({ value }) => tetragonSource.recognise(value));
          try {
            const reports = tetragonSource.parse(lines, context);
            let elements = 0;
            for (const { read, alerts, skippedByKind } of reports) {
              elements += (read.event ?? 0) + (read.alert ?? 0);
              expect(read.alert ?? 0).toBe(
                alerts.length + (skippedByKind.alert ?? 0),
              );
            }
            expect(elements).toBe(lines.length);
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
