import { InputError } from '@backstage/errors';
import fc from 'fast-check';
import { z } from 'zod';
import { ReportBuilder, type Source, type SourceReport } from '.';
import {
  damaged,
  describeSource,
  expectBooks,
  expectSurvival,
} from './testUtils';

const Problem = z.object({ name: z.string() });

const exampleSource: Source = {
  id: 'example',
  title: 'Example',
  stage: 'build',
  looksLike: 'an object with problems',
  recognise: document => !Array.isArray(document) && 'problems' in document,
  parse: documents =>
    documents.map(({ value, path }) => {
      if (Array.isArray(value)) {
        throw new InputError(`example: ${path}: expected an object`);
      }
      const builder = new ReportBuilder({
        tool: { name: 'Example' },
        subject: { kind: 'artifact', name: 'a' },
      });
      builder.each(
        'code',
        value.problems,
        `${path}.problems`,
        Problem,
        found => {
          builder.report.findings.push({
            kind: 'code',
            ruleId: found.name,
            title: found.name,
            severity: 'unknown',
            references: [],
            cwes: [],
          });
        },
      );
      return builder.report;
    }),
};

const document = {
  value: { problems: [{ name: 'a' }, { name: 7 }, null] },
  path: '$',
};

describeSource(
  exampleSource,
  [
    {
      name: 'a document with bad elements',
      documents: [document],
      read: { code: 3 },
    },
    {
      name: 'a body of two documents',
      documents: [document, { value: { problems: [] }, path: 'line 2' }],
      read: { code: 3 },
    },
  ],
  {
    check: ({ read, findings, skippedTotal }) =>
      expect(read.code ?? 0).toBe(findings.length + skippedTotal),
  },
);

describe('what makes a source fail', () => {
  const parse = (change: (report: SourceReport) => void): Source => ({
    ...exampleSource,
    parse: (...args) => {
      const reports = exampleSource.parse(...args);
      reports.forEach(change);
      return reports;
    },
  });

  it.each<[string, (report: SourceReport) => void]>([
    ['an element that is lost', report => report.findings.splice(0)],
    [
      'a skip that is not told',
      report => report.skipped.splice(0, report.skipped.length),
    ],
    [
      'a skip without its reason',
      report => report.skipped.push({ path: '$', reason: '' }),
    ],
    [
      'a total that is no sum',
      report => {
        report.skippedTotal += 1;
      },
    ],
    [
      'more skipped than read',
      report => {
        report.read.code = 1;
      },
    ],
    [
      'a link that runs a script',
      ({ findings: [finding] }) => finding.references.push('javascript:x'),
    ],
    [
      'a time that is none',
      report => {
        report.generatedAt = '2026-01-01';
      },
    ],
  ])('%s', (_, change) => {
    const [report] = parse(change).parse([document], {
      receivedAt: new Date(),
    });
    expect(() => expectBooks(report)).toThrow();
  });

  it('an error that is no InputError', () => {
    const source = parse(() => {
      throw new TypeError('not caught');
    });
    expect(() => expectSurvival(source, [document])).toThrow('not caught');
  });

  it('a check of its own', () => {
    const check = () => {
      throw new Error('never good enough');
    };
    expect(() => expectSurvival(exampleSource, [document], { check })).toThrow(
      'never good enough',
    );
  });
});

it('damages copies only, in every place', () => {
  const original = { a: [1, { b: 'x' }], c: { d: null } };
  const before = JSON.stringify(original);
  const seen = new Set<string>();
  fc.assert(
    fc.property(damaged(original), copy => {
      seen.add(JSON.stringify(copy) ?? 'undefined');
    }),
    { seed: 1, numRuns: 200 },
  );
  expect(JSON.stringify(original)).toBe(before);
  expect(seen.size).toBeGreaterThan(100);
});
