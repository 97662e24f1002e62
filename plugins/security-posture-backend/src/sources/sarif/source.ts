import { InputError } from '@backstage/errors';
import type {
  ReportBuilder,
  Source,
  SourceContext,
  SourceDocument,
  SourceReport,
} from 'backstage-plugin-security-posture-node';
import { Run, SarifDocument } from './schema';
import { readRun } from './run';
import { settleSharedScopes } from './scopes';

/** SARIF 2.1.0 of any tool: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export const sarifSource: Source = {
  id: 'sarif',
  title: 'SARIF',
  stage: 'build',
  looksLike: 'an object with "version": "2.1.0" and a list of runs',
  recognise(value) {
    return (
      !Array.isArray(value) &&
      Array.isArray(value.runs) &&
      typeof value.version === 'string' &&
      value.version.startsWith('2.1')
    );
  },
  parse(documents, context) {
    return documents.flatMap(document => readDocument(document, context));
  },
};

function readDocument(
  { value, path }: SourceDocument,
  context: SourceContext,
): SourceReport[] {
  const { data: document } = SarifDocument.safeParse(value);
  if (!document) {
    throw new InputError(`sarif: ${path}: expected ${sarifSource.looksLike}`);
  }
  const builders: ReportBuilder[] = [];
  const unreadable: string[] = [];
  for (const [index, raw] of document.runs.entries()) {
    const at = `${path}.runs[${index}]`;
    const { data: run } = Run.safeParse(raw);
    if (run) builders.push(readRun(run, at, context));
    else unreadable.push(at);
  }
  noteUnreadable(unreadable, builders);
  const reports = builders.map(({ report }) => report);
  settleSharedScopes(reports);
  return reports;
}

// Some report has to own up to what was lost.
function noteUnreadable(paths: string[], [builder]: ReportBuilder[]): void {
  for (const path of paths) {
    if (!builder) {
      throw new InputError(`sarif: ${path}: expected an object with a tool`);
    }
    builder.count('code');
    builder.skip('code', path, 'expected a run, an object with a tool');
  }
}
