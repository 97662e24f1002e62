import { InputError } from '@backstage/errors';
import type { SourceContext } from 'backstage-plugin-security-posture-node';
import fc from 'fast-check';
import alerts from './__fixtures__/alerts.json';
import deploymentCheck from './__fixtures__/deployment-check.json';
import imageCheck from './__fixtures__/image-check.json';
import { roxctlSource } from './source';

const context: SourceContext = {
  cluster: 'prod',
  receivedAt: new Date('2026-05-04T09:00:00Z'),
};

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

describe('broken checks', () => {
  it('throw nothing but an InputError, and the books balance', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<object>(alerts, deploymentCheck, imageCheck),
        fc.array(
          fc.tuple(
            fc.array(fc.nat(20), { minLength: 1, maxLength: 7 }),
            replacements,
          ),
          { minLength: 1, maxLength: 4 },
        ),
        (document, mutations) => {
          const value = mutations.reduce<unknown>(
            (current, [seed, by]) => mutate(current, seed, by),
            document,
          );
          if (typeof value !== 'object' || value === null) return;
          const record = { ...value };
          roxctlSource.recognise(record);
          try {
            const reports = roxctlSource.parse(
              [{ value: record, path: '$' }],
              context,
            );
            for (const report of reports) {
              const read = Object.values(report.read).reduce(
                (a, b) => a + b,
                0,
              );
              const kept = report.findings.length;
              expect(read).toBe(kept + report.skippedTotal);
            }
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
          }
        },
      ),
      { numRuns: 600 },
    );
  });
});
