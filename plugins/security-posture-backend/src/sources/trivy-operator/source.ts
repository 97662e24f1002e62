import { InputError } from '@backstage/errors';
import {
  ReportBuilder,
  type Source,
  type SourceContext,
  type SourceDocument,
  type SourceReport,
} from 'backstage-plugin-security-posture-node';
import { readReport } from './readReport';
import { contentOf, elementKindOf, isRecord } from './reportContent';

const GROUP = 'aquasecurity.github.io/';

/**
 * Reads the custom resources of trivy-operator (`aquasecurity.github.io/v1alpha1`)
 * and of Starboard before it, as objects of Kubernetes and as its webhook sends them.
 */
export const trivyOperatorSource: Source = {
  id: 'trivy-operator',
  title: 'Trivy Operator',
  stage: 'runtime',
  looksLike:
    'apiVersion aquasecurity.github.io/…, or metadata with report.vulnerabilities, report.checks, report.secrets or report.components',
  recognise,
  parse,
};

function recognise(document: SourceDocument['value']): boolean {
  if (!isRecord(document)) return false;
  const { apiVersion, kind } = document;
  if (typeof apiVersion === 'string' && apiVersion !== '') {
    return apiVersion.startsWith(GROUP);
  }
  // Others have a `kind` of their own; the webhook sends none.
  return (
    (kind === undefined || kind === '') && contentOf(document) !== undefined
  );
}

function parse(
  documents: SourceDocument[],
  context: SourceContext,
): SourceReport[] {
  // Alone, a document that is no report is the sender's error.
  if (documents.length === 1) return [readReport(documents[0], context)];
  return documents.map(document => {
    try {
      return readReport(document, context);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return unreadable(document, context, error.message);
    }
  });
}

/** Among others, it is left out with the reason. */
function unreadable(
  { value, path }: SourceDocument,
  { cluster }: SourceContext,
  reason: string,
): SourceReport {
  const content = isRecord(value) ? contentOf(value) : undefined;
  const kind = content ? elementKindOf(content) : 'event';
  const builder = new ReportBuilder({
    tool: { name: 'Trivy' },
    subject: {
      kind: 'cluster',
      name: cluster ?? 'unknown',
      ...(cluster ? { cluster } : {}),
    },
  });
  builder.count(kind);
  builder.skip(kind, path, reason);
  return builder.report;
}
