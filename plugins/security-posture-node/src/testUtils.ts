/**
 * Tests that every source must pass.
 *
 * @packageDocumentation
 */
import type { ElementCounts } from 'backstage-plugin-security-posture-common';
import type { SourceReport } from './model';
import type { Source, SourceContext, SourceDocument } from './Source';

/**
 * A document that the source must read, and what it must count in it.
 *
 * @public
 */
export interface SourceFixture {
  name: string;
  value: SourceDocument['value'];
  /** The tool's own numbers; kinds that are left out are zero. */
  read: Partial<ElementCounts>;
}

const context: SourceContext = {
  receivedAt: new Date('2026-01-15T12:00:00.000Z'),
};

/**
 * Declares the conformance tests of a source, in a file of jest tests.
 *
 * @public
 */
export function describeSource(source: Source, fixtures: SourceFixture[]) {
  const parse = (value: SourceDocument['value']) =>
    source.parse([{ value, path: '$' }], context);

  describe(`source ${source.id}`, () => {
    it('has an id that can be a folder, and names itself', () => {
      expect(source.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(source.title).not.toBe('');
      expect(source.looksLike).not.toBe('');
    });

    it('recognises nothing in what is no report', () => {
      for (const value of [{}, [], [null], [[]]]) {
        expect(source.recognise(value)).toBe(false);
      }
    });

    it.each(fixtures)('recognises and counts $name', ({ value, read }) => {
      expect(source.recognise(value)).toBe(true);
      expect(sumOf(parse(value))).toEqual(read);
    });

    it.each(fixtures)('keeps the books of $name', ({ value }) => {
      expect(parse(value).flatMap(problemsOf)).toEqual([]);
    });

    it.each(fixtures)('reads $name alike every time', ({ value }) => {
      const before = JSON.stringify(value);
      expect(parse(value)).toEqual(parse(value));
      expect(JSON.stringify(value)).toBe(before);
    });

    it.each(fixtures)('survives a broken $name', ({ value }) => {
      for (const broken of breakEach(value)) {
        let reports: SourceReport[] = [];
        try {
          reports = parse(broken);
        } catch (error) {
          expect(error).toMatchObject({ name: 'InputError' });
        }
        expect(reports.flatMap(problemsOf)).toEqual([]);
      }
    });
  });
}

function sumOf(reports: SourceReport[]): Partial<ElementCounts> {
  const sum: Partial<ElementCounts> = {};
  for (const { read } of reports) {
    for (const [kind, count] of Object.entries(read)) {
      const key = kind as keyof ElementCounts;
      if (count > 0) sum[key] = (sum[key] ?? 0) + count;
    }
  }
  return sum;
}

function problemsOf(report: SourceReport): string[] {
  const problems: string[] = [];
  const skipped = Object.values(report.skippedByKind).reduce(
    (a, b) => a + b,
    0,
  );
  if (skipped !== report.skippedTotal) problems.push('skippedTotal is no sum');
  for (const [kind, count] of Object.entries(report.skippedByKind)) {
    if (count > (report.read[kind as keyof ElementCounts] ?? 0)) {
      problems.push(`more ${kind} skipped than read`);
    }
  }
  for (const { path, reason } of report.skipped) {
    if (path === '' || reason === '')
      problems.push('a skip without its reason');
  }
  const links = report.findings.flatMap(({ references }) => references);
  for (const link of links) {
    if (!/^https?:\/\//.test(link)) problems.push(`a link to ${link}`);
  }
  const { generatedAt } = report;
  if (generatedAt && new Date(generatedAt).toISOString() !== generatedAt) {
    problems.push(`generatedAt is ${generatedAt}`);
  }
  return problems;
}

/** The document with each of its first nodes replaced by something else. */
function* breakEach(value: object): Generator<SourceDocument['value']> {
  const paths: string[][] = [];
  const open: [unknown, string[]][] = [[value, []]];
  while (open.length > 0 && paths.length < 150) {
    const [node, path] = open.shift() ?? [undefined, []];
    if (typeof node !== 'object' || node === null) continue;
    for (const [key, child] of Object.entries(node)) {
      paths.push([...path, key]);
      open.push([child, [...path, key]]);
    }
  }
  for (const path of paths) {
    for (const replacement of [
      null,
      7,
      'text',
      [],
      {},
      [null, 'x'],
      { a: 1 },
    ]) {
      const copy = JSON.parse(JSON.stringify(value));
      let node = copy;
      for (const key of path.slice(0, -1)) node = node[key];
      node[path[path.length - 1]] = replacement;
      yield copy;
    }
  }
}
