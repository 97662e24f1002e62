import { InputError } from '@backstage/errors';
import type { SourceContext } from 'backstage-plugin-security-posture-node';
import fc from 'fast-check';
import deploy from './__fixtures__/deploy.json';
import list from './__fixtures__/list.json';
import runtime from './__fixtures__/runtime.json';
import splunk from './__fixtures__/splunk.json';
import { stackroxSource } from './source';

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
  'RESOLVED',
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

describe('broken alerts', () => {
  it('throw nothing but an InputError, and the books balance', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<object>(runtime, deploy, list, splunk),
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
          stackroxSource.recognise(record);
          try {
            const reports = stackroxSource.parse(
              [{ value: record, path: '$' }],
              context,
            );
            for (const report of reports) {
              const read = Object.values(report.read).reduce(
                (a, b) => a + b,
                0,
              );
              const kept =
                report.findings.length +
                report.passes.length +
                report.alerts.length +
                report.decisions.length;
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
