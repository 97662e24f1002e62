import { parse, run } from './__fixtures__/parseFixture';
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
});
