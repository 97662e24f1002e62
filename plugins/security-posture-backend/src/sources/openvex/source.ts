import { InputError } from '@backstage/errors';
import {
  ReportBuilder,
  type Source,
  type SourceDocument,
  type SourceReport,
} from 'backstage-plugin-security-posture-node';
import { OpenVex, Statement } from './schema';
import { readStatement } from './statement';
import { readSubject } from './subject';

const CONTEXT = 'https://openvex.dev/ns';

/** OpenVEX 0.0.1 to 0.2.0, https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md */
export const openvexSource: Source = {
  id: 'openvex',
  title: 'OpenVEX',
  stage: 'build',
  looksLike: `an object with "@context": "${CONTEXT}…"`,
  recognise(document) {
    if (Array.isArray(document)) return false;
    const context = document['@context'];
    return typeof context === 'string' && context.startsWith(CONTEXT);
  },
  parse(documents) {
    return documents.map(parseDocument);
  },
};

function parseDocument({ value, path }: SourceDocument): SourceReport {
  const parsed = OpenVex.safeParse(value);
  if (!parsed.success) {
    throw new InputError(
      `OpenVEX document at ${path}: expected an object with "@context" and "statements"`,
    );
  }
  const document = parsed.data;
  const kept: Statement[] = [];
  const builder = new ReportBuilder({
    tool: { name: document.tooling ?? 'openvex' },
    subject: readSubject([], document),
    generatedAt: document.last_updated ?? document.timestamp,
  });
  const { report } = builder;
  builder.each(
    'vex-statement',
    document.statements,
    `${path}.statements`,
    Statement,
    element => {
      const statement = readStatement(element, document);
      if (typeof statement === 'string') return statement;
      kept.push(element);
      report.vexStatements.push(statement);
      return undefined;
    },
  );
  report.subject = readSubject(kept, document);
  return report;
}
