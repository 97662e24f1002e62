import type { SourceReport } from '../model';
import type { Source, SourceContext, SourceDocument } from '../Source';

/**
 * Assertions of a source's own on a report, such as how its counts relate to
 * what it kept.
 *
 * @public
 */
export type ReportCheck = (report: SourceReport) => void;

const defaultContext: SourceContext = {
  receivedAt: new Date('2026-01-15T12:00:00.000Z'),
};

/**
 * Parses documents that a source may refuse, though with nothing but an
 * InputError, and expects the books of what it reads to balance.
 *
 * @returns the reports, none if the documents were refused
 * @public
 */
export function expectSurvival(
  source: Source,
  documents: SourceDocument[],
  options: { check?: ReportCheck; context?: SourceContext } = {},
): SourceReport[] {
  for (const { value } of documents) {
    expect(typeof source.recognise(value)).toBe('boolean');
  }
  let reports: SourceReport[] = [];
  try {
    reports = source.parse(documents, options.context ?? defaultContext);
  } catch (error) {
    // An assertion on the name alone would hide where another error comes from.
    if (!(error instanceof Error) || error.name !== 'InputError') throw error;
    expect(error.message).not.toBe('');
  }
  for (const report of reports) {
    expectBooks(report);
    options.check?.(report);
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect({}).not.toHaveProperty('polluted');
  return reports;
}

/**
 * Expects that a report counts right: skipped elements have a path and a reason
 * and are among those that were read, what was read and not skipped is there,
 * and every link is one of the web.
 *
 * @public
 */
export function expectBooks(report: SourceReport): void {
  expect(problemsOf(report)).toEqual([]);
}

function problemsOf(report: SourceReport): string[] {
  const { skipped, skippedByKind, skippedTotal, generatedAt } = report;
  const read = new Map<string, number>(Object.entries(report.read));
  const problems: string[] = [];
  const say = (isProblem: boolean, problem: string) => {
    if (isProblem) problems.push(problem);
  };
  say(
    sum(Object.values(skippedByKind)) !== skippedTotal,
    'skippedTotal is no sum',
  );
  for (const [kind, count] of Object.entries(skippedByKind)) {
    say(count > (read.get(kind) ?? 0), `more ${kind} skipped than read`);
  }
  say(
    skippedTotal > 0 && skipped.length === 0,
    'it does not say what it skipped',
  );
  for (const { path, reason } of skipped) {
    say(path === '' || reason === '', 'a skip without its path or reason');
  }
  const kept = sum([...read.values()]) - skippedTotal;
  const events = (read.get('event') ?? 0) - (skippedByKind.event ?? 0);
  say(
    kept - events > 0 && sizeOf(report) === 0,
    `${kept - events} elements are neither kept nor skipped`,
  );
  for (const link of report.findings.flatMap(({ references }) => references)) {
    say(!/^https?:\/\//.test(link), `a link to ${link}`);
  }
  say(
    generatedAt !== undefined &&
      new Date(generatedAt).toISOString() !== generatedAt,
    `generatedAt is ${generatedAt}`,
  );
  return problems;
}

function sizeOf(report: SourceReport): number {
  return sum(
    [
      report.findings,
      report.decisions,
      report.alerts,
      report.workloads,
      report.packages,
      report.passes,
      report.attestations,
      report.vexStatements,
      report.sensorEvents,
    ].map(list => list.length),
  );
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
