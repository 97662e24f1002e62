import { InputError } from '@backstage/errors';
import {
  firstLine,
  ReportBuilder,
  type SourceContext,
  type SourceDocument,
  type SourceReport,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { isComplete } from './completeness';
import { defaultEngine } from './engine';
import { keepResult } from './result';
import { ObjectReference, PolicyReport, PolicyResult } from './schema';
import { noteJudged, scopesOf, type JudgedSubject } from './scopes';
import {
  subjectOfObject,
  subjectOfProperties,
  subjectOfReport,
} from './subject';

/** Reads one policy report of any of the API groups. */
export function parsePolicyReport(
  { value, path }: SourceDocument,
  context: SourceContext,
  format: string,
): SourceReport {
  const parsed = PolicyReport.safeParse(value);
  if (!parsed.success) {
    throw new InputError(
      `${format}: ${path}: expected a policy report with apiVersion and kind`,
    );
  }
  const document = parsed.data;
  const { cluster } = context;
  const engine = defaultEngine(document);
  const surrounding = subjectOfReport(document, cluster);
  const builder = new ReportBuilder({
    tool: { name: document.source ? firstLine(document.source) : engine },
    subject: surrounding,
  });
  const judged = new Map<string, JudgedSubject>();
  let newest: string | undefined;

  builder.each(
    'policy-result',
    document.results,
    `${path}.results`,
    PolicyResult,
    (result, at) => {
      const subjects = readSubjects(result, at);
      const kept = keepResult(builder, result, { engine, subjects });
      if (typeof kept === 'string') return kept;
      for (const subject of subjects) {
        noteJudged(judged, subject, kept.engine, kept.isVulnerability);
      }
      const { timestamp } = result;
      if (timestamp && (!newest || timestamp > newest)) newest = timestamp;
      return undefined;
    },
  );

  function readSubjects(result: PolicyResult, at: string): SourceSubject[] {
    const subjects: SourceSubject[] = [];
    const namespace = document.metadata?.namespace;
    for (const resource of result.resources) {
      const object = ObjectReference.safeParse(resource);
      if (object.success) {
        subjects.push(subjectOfObject(object.data, namespace, cluster));
      } else {
        builder.warn(`${at}.resources: expected objects with kind and name`);
      }
    }
    if (subjects.length > 0) return subjects;
    if (document.scope) return [surrounding];
    return [subjectOfProperties(result.properties, cluster) ?? surrounding];
  }

  const { report } = builder;
  if (report.decisions.length === 0 && document.scope) {
    noteJudged(judged, surrounding, engine, false);
  }
  if (!document.scope && judged.size === 1) {
    for (const { subject } of judged.values()) report.subject = subject;
  }
  report.scopes = scopesOf(judged, isComplete(document, report, context), context);
  const generatedAt = newest ?? readCreation(document);
  return generatedAt ? { ...report, generatedAt } : report;
}

// An engine updates its report in place: its creation is only the time of the
// first generation.
function readCreation({ metadata }: PolicyReport): string | undefined {
  return (metadata?.generation ?? 1) <= 1
    ? metadata?.creationTimestamp
    : undefined;
}
