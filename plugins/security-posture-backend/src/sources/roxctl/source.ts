import { InputError } from '@backstage/errors';
import {
  ReportBuilder,
  type Source,
  type SourceContext,
  type SourceDocument,
  type SourceReport,
} from 'backstage-plugin-security-posture-node';
import { readAlerts } from './alerts';
import { readEntity, UNKNOWN_SUBJECT } from './entityResult';
import { isRecord, shapeOf } from './shape';

/** Reads `roxctl image check` and `roxctl deployment check` with `--output json`. */
export const roxctlSource: Source = {
  id: 'roxctl',
  title: 'roxctl',
  stage: 'build',
  looksLike:
    'results[].violatedPolicies with summary.TOTAL, or alerts[] with policy and violations but without ids',
  recognise: document => shapeOf(document) !== undefined,
  parse: (documents, context) =>
    documents.flatMap(document =>
      readDocument(document, context, documents.length === 1),
    ),
};

function readDocument(
  { value, path }: SourceDocument,
  context: SourceContext,
  alone: boolean,
): SourceReport[] {
  const { results, alerts } = isRecord(value) ? value : {};
  switch (shapeOf(value)) {
    case 'results':
      return Array.isArray(results) && results.length > 0
        ? results.map((result, index) =>
            readEntity(result, `${path}.results[${index}]`, context),
          )
        : [withoutViolations()];
    case 'alerts':
      return readAlerts(
        Array.isArray(alerts) ? alerts : [],
        `${path}.alerts`,
        context,
      );
    default:
      if (!alone) return [unreadable(path)];
      throw new InputError(
        `roxctl: ${path}: expected results with a summary, or alerts`,
      );
  }
}

function start(): ReportBuilder {
  return new ReportBuilder({
    tool: { name: 'roxctl' },
    subject: { kind: 'artifact', name: 'unknown' },
  });
}

/** A check without violations does not say what it checked. */
function withoutViolations(): SourceReport {
  const builder = start();
  builder.warn(UNKNOWN_SUBJECT);
  return builder.report;
}

function unreadable(path: string): SourceReport {
  const builder = start();
  builder.count('event');
  builder.skip('event', path, 'expected results with a summary, or alerts');
  return builder.report;
}
