import type { FindingKind } from 'backstage-plugin-security-posture-common';
import {
  plainText,
  type ReportBuilder,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import type { ReportContent } from './reportContent';

export interface ScopeFacts {
  kind: FindingKind;
  subject: SourceSubject;
  content: ReportContent;
  documentKind: unknown;
  name?: string;
  /** The workload and container that run the image. */
  runsIn?: string;
  lists: Record<string, unknown>;
  summary: Record<string, unknown>;
}

/** Says how far a report speaks for its subject. */
export function pushScope(builder: ReportBuilder, facts: ScopeFacts): void {
  const { report } = builder;
  const isShort = isShorterThanSummary(builder, facts);
  if (isShort) {
    builder.warn(
      'The summary counts more than the report lists; nothing is closed by it',
    );
  }
  const part = partOf(builder, facts);
  report.scopes.push({
    kind: facts.kind,
    subject: facts.subject,
    ...(part ? { part } : {}),
    complete:
      !isShort &&
      report.skippedTotal === 0 &&
      hasList(facts) &&
      !isAmbiguous(builder, facts),
  });
}

/** The list itself must be there; Go writes an empty one as null. */
function hasList({ content, lists }: ScopeFacts): boolean {
  switch (content) {
    case 'vulnerabilities':
    case 'secrets':
      return content in lists;
    case 'checks':
      return 'checks' in lists || 'podChecks' in lists;
    // Controls that nobody evaluated and objects that pass are left out.
    case 'compliance-details':
      return false;
    default:
      return true;
  }
}

const counters = [
  'criticalCount',
  'highCount',
  'mediumCount',
  'lowCount',
  'unknownCount',
];

function isShorterThanSummary(
  { report }: ReportBuilder,
  { content, summary }: ScopeFacts,
): boolean {
  if (
    content !== 'vulnerabilities' &&
    content !== 'secrets' &&
    content !== 'checks'
  ) {
    return false;
  }
  let declared = 0;
  for (const counter of counters) {
    const count = summary[counter];
    if (typeof count === 'number' && count > 0) declared += count;
  }
  return declared > report.findings.length + report.skippedTotal;
}

/**
 * Several workloads run one image line, each in its own version, and reports of
 * different kinds speak of the same pod or cluster: they must not close each
 * other's findings.
 */
function partOf(
  builder: ReportBuilder,
  { content, documentKind, name, runsIn }: ScopeFacts,
): string | undefined {
  switch (content) {
    case 'checks':
      return isInfrastructure(builder, documentKind)
        ? 'infrastructure'
        : undefined;
    case 'compliance':
    case 'compliance-details':
      return plainText(name ?? 'compliance', 100);
    case 'kube-bench':
    case 'kube-hunter':
      return content;
    default:
      return runsIn;
  }
}

function isInfrastructure(
  { report }: ReportBuilder,
  documentKind: unknown,
): boolean {
  if (typeof documentKind === 'string') {
    return documentKind.includes('InfraAssessment');
  }
  const [finding] = report.findings;
  const id =
    finding?.kind === 'misconfiguration' ? finding.id : report.passes[0]?.id;
  return id !== undefined && /^(AVD-)?KCV/i.test(id);
}

/** Without a kind and without checks, a pod's report may be of either kind. */
function isAmbiguous(
  { report }: ReportBuilder,
  { content, documentKind, subject }: ScopeFacts,
): boolean {
  return (
    content === 'checks' &&
    documentKind === undefined &&
    report.findings.length + report.passes.length === 0 &&
    (subject.kind === 'node' ||
      (subject.kind === 'workload' && subject.namespace === 'kube-system'))
  );
}
