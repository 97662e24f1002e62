import { InputError } from '@backstage/errors';
import type { ElementKind } from 'backstage-plugin-security-posture-common';
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

// Nothing closes by it: the object it shows may be another one
// (https://github.com/aquasecurity/trivy-operator/issues/2377), and a report is
// deleted by its time to live, too, just before the next scan writes it anew.
const DELETED =
  'a deleted report closes nothing; what is gone is closed by the next report without it';

/**
 * Reads the custom resources of trivy-operator (`aquasecurity.github.io/v1alpha1`)
 * and of Starboard before it, as objects of Kubernetes and as its webhook sends them.
 */
export const trivyOperatorSource: Source = {
  id: 'trivy-operator',
  title: 'Trivy Operator',
  stage: 'runtime',
  isRewritten: true,
  looksLike:
    'apiVersion aquasecurity.github.io/…, or metadata with report.vulnerabilities, report.checks, report.secrets or report.components',
  recognise,
  parse,
};

function recognise(document: SourceDocument['value']): boolean {
  if (!isRecord(document)) return false;
  if (isDeletion(document)) return true;
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
  const isAlone = documents.length === 1;
  return documents.map(document => {
    if (isRecord(document.value) && isDeletion(document.value)) {
      return leaveOut('event', document.path, DELETED, context);
    }
    try {
      return readReport(document, context);
    } catch (error) {
      if (!(error instanceof InputError) || isAlone) throw error;
      return unreadable(document, context, error.message);
    }
  });
}

/** With `OPERATOR_SEND_DELETED_REPORTS` the webhook sends this for every report that goes. */
function isDeletion({ verb, operatorObject }: Record<string, unknown>) {
  return verb === 'delete' && isRecord(operatorObject);
}

/** Among others, it is left out with the reason. */
function unreadable(
  { value, path }: SourceDocument,
  context: SourceContext,
  reason: string,
): SourceReport {
  const content = isRecord(value) ? contentOf(value) : undefined;
  const kind = content ? elementKindOf(content) : 'event';
  return leaveOut(kind, path, reason, context);
}

function leaveOut(
  kind: ElementKind,
  path: string,
  reason: string,
  { cluster }: SourceContext,
): SourceReport {
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
