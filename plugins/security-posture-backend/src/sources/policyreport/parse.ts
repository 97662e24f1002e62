import { InputError } from '@backstage/errors';
import {
  firstLine,
  ReportBuilder,
  type SourceContext,
  type SourceDocument,
  type SourceReport,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { readGap } from './completeness';
import { defaultEngine } from './engine';
import { keepResult } from './result';
import { PolicyReport, PolicyResult } from './schema';
import { noteJudged, scopesOf, type JudgedSubject } from './scopes';
import {
  subjectOfProperties,
  subjectOfReport,
  subjectsOfObjects,
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
  const engine = defaultEngine(document);
  const surrounding = subjectOfReport(document, context.cluster);
  const builder = new ReportBuilder({
    tool: { name: engine },
    subject: surrounding,
  });
  const { report } = builder;
  const judged = new Map<string, JudgedSubject>();
  let tool = document.source;

  builder.each(
    'policy-result',
    document.results,
    `${path}.results`,
    PolicyResult,
    (result, at) => {
      const subjects = readSubjects(document, surrounding, result, context);
      const kept = keepResult(builder, result, { engine, subjects });
      if (typeof kept === 'string') return kept;
      if (subjects.length < result.resources.length) {
        builder.warn(`${at}.resources: expected objects with kind and name`);
      }
      for (const subject of subjects) {
        noteJudged(judged, subject, kept.engine, kept.isVulnerability);
      }
      tool ??= result.source;
      return undefined;
    },
  );

  if (judged.size === 0 && document.scope) {
    noteJudged(judged, surrounding, engine, false);
  }
  if (judged.size === 1 && !document.scope) {
    for (const { subject } of judged.values()) report.subject = subject;
  }
  const gap = readGap(document, report);
  if (gap) builder.warn(`${path}: nothing is closed by this report: ${gap}`);
  report.scopes = scopesOf(
    judged,
    { complete: gap === undefined, via: madeOf(document, surrounding) },
    context,
  );
  if (tool) report.tool.name = firstLine(tool, 100);
  const generatedAt = readGeneration(document, report);
  return generatedAt ? { ...report, generatedAt, isOrdered: false } : report;
}

/**
 * The kind of the object that a report of its own is about, where its controller
 * made it: what is judged of a pod is not all that is judged of its Deployment.
 */
function madeOf(
  { scope }: PolicyReport,
  subject: SourceSubject,
): string | undefined {
  return scope &&
    subject.kind === 'workload' &&
    subject.workloadKind !== scope.kind
    ? scope.kind
    : undefined;
}

function readSubjects(
  { metadata, scope }: PolicyReport,
  surrounding: SourceSubject,
  { resources, properties }: PolicyResult,
  { cluster }: SourceContext,
): SourceSubject[] {
  const named = subjectsOfObjects(resources, metadata?.namespace, cluster);
  if (named.length > 0) return named;
  if (scope) return [surrounding];
  return [subjectOfProperties(properties, cluster) ?? surrounding];
}

// An engine updates its report in place, so that it is as old as its newest
// result; its creation is only the time of the first generation.
function readGeneration(
  { metadata }: PolicyReport,
  { decisions }: SourceReport,
): string | undefined {
  let newest: string | undefined;
  for (const { at } of decisions) {
    if (at && (!newest || at > newest)) newest = at;
  }
  if (newest || (metadata?.generation ?? 1) > 1) return newest;
  return metadata?.creationTimestamp;
}
