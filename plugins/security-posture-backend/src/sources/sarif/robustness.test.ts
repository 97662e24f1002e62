import { InputError } from '@backstage/errors';
import type { SourceReport } from 'backstage-plugin-security-posture-node';
import fc from 'fast-check';
import { fixture, parse, run } from './__fixtures__/parseFixture';
import { sarifSource } from './source';

describe('sarifSource with odd input', () => {
  it('recognises SARIF 2.1 and nothing else', () => {
    expect(sarifSource.recognise({ version: '2.1.0', runs: [] })).toBe(true);
    expect(sarifSource.recognise({ version: '1.0.0', runs: [] })).toBe(false);
    expect(sarifSource.recognise({ version: '2.1.0', runs: {} })).toBe(false);
    expect(sarifSource.recognise({ version: 2.1, runs: [] })).toBe(false);
    expect(sarifSource.recognise([])).toBe(false);
  });

  it('refuses a document that is none of it, and says where', () => {
    expect(() => parse({ version: '2.1.0', runs: {} })).toThrow(
      'sarif: $: expected an object with "version": "2.1.0" and a list of runs',
    );
    expect(() => parse({ version: '2.1.0', runs: [null] })).toThrow(
      'sarif: $.runs[0]: expected an object with a tool',
    );
  });

  it('counts runs that cannot be read', () => {
    const [report] = parse({
      version: '2.1.0',
      runs: [null, { tool: { driver: { name: 'x' } }, results: [] }],
    });
    expect(report.read).toEqual({ code: 1 });
    expect(report.skipped).toEqual([
      {
        path: '$.runs[0]',
        kind: 'code',
        reason: 'expected a run, an object with a tool',
      },
    ]);
  });

  it('says nothing for a run without results', () => {
    const [report] = parse({
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'x' } } }],
    });
    expect(report.scopes).toEqual([]);
    expect(report.warnings[0]).toContain('results is absent');
  });

  it('takes no rule from a prototype', () => {
    const driver = { name: 'x', rules: [{ id: 'constructor' }] };
    const report = run(
      driver,
      { ruleId: '__proto__', message: { text: 'a', id: 'constructor' } },
      { ruleId: 'constructor', message: { id: 'toString' } },
    );
    expect(report.findings.map(finding => finding.title)).toEqual([
      'a',
      'constructor',
    ]);
  });

  it('throws nothing but InputError and loses count of nothing, whatever is in it', () => {
    const fixtures = ['trivy-image.sarif', 'codeql.sarif', 'two-runs.sarif'];
    fc.assert(
      fc.property(
        fc.constantFrom(...fixtures),
        fc.array(
          fc.tuple(
            fc.nat(),
            fc.constantFrom<unknown>(null, 7, -1, 'x', '', [], {}, [null], {
              text: 'x',
            }),
          ),
          { minLength: 1, maxLength: 8 },
        ),
        (name, changes) => {
          const value = fixture(name);
          for (const [seed, replacement] of changes) {
            mutate(value, seed, replacement);
          }
          for (const report of attempt(value)) {
            expect(total(report.read)).toBe(kept(report) + report.skippedTotal);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

function kept(report: SourceReport) {
  return report.findings.length + report.passes.length;
}

function total(counts: Partial<Record<string, number>>) {
  return Object.values(counts).reduce<number>((sum, n = 0) => sum + n, 0);
}

function attempt(value: any): SourceReport[] {
  try {
    return parse(value);
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

/** Replaces one node of a document, chosen by a number. */
function mutate(root: any, seed: number, replacement: unknown) {
  const nodes: [parent: any, key: string][] = [];
  const visit = (node: any) => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      nodes.push([node, key]);
      visit(node[key]);
    }
  };
  visit(root);
  if (nodes.length === 0) return;
  const [parent, key] = nodes[seed % nodes.length];
  parent[key] = structuredClone(replacement);
}
