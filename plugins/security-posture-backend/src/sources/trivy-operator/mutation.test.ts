import { InputError } from '@backstage/errors';
import type { SourceContext } from 'backstage-plugin-security-posture-node';
import fc from 'fast-check';
import configAudit from './__fixtures__/config-audit.json';
import exposedSecrets from './__fixtures__/exposed-secrets.json';
import starboard from './__fixtures__/starboard.json';
import vulnerabilities from './__fixtures__/vulnerabilities.json';
import { trivyOperatorSource } from './source';

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

describe('broken documents', () => {
  it('throw nothing but an InputError, and the books balance', () => {
    const documents = [
      vulnerabilities,
      configAudit,
      exposedSecrets,
      ...starboard,
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...documents),
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
          trivyOperatorSource.recognise(record);
          try {
            const [report] = trivyOperatorSource.parse(
              [{ value: record, path: '$' }],
              context,
            );
            const read = Object.values(report.read).reduce((a, b) => a + b, 0);
            // A check that names two containers is kept as two findings.
            const kept =
              new Set(
                report.findings.map(finding =>
                  finding.kind === 'misconfiguration' &&
                  finding.id === 'KSV-0017'
                    ? finding.id
                    : finding,
                ),
              ).size +
              report.passes.length +
              report.packages.length;
            expect(read).toBe(kept + report.skippedTotal);
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
          }
        },
      ),
      { numRuns: 600 },
    );
  });
});
