import {
  firstLine,
  plainText,
  ReportBuilder,
  type MisconfigurationFinding,
  type SourceContext,
  type SourceReport,
  type SourceSubject,
} from 'backstage-plugin-security-posture-node';
import { severityOf } from '../stackrox/enums';
import { policyId } from '../stackrox/misconfiguration';
import { Metadata, ViolatedPolicy } from './schema';
import { isRecord } from './shape';
import { subjectOf } from './subject';

const tool = { name: 'roxctl' };

export const UNKNOWN_SUBJECT =
  'roxctl does not say what it checked; send entityRef. Nothing is closed by this report';

/** Reads the check of one image or deployment. */
export function readEntity(
  value: unknown,
  path: string,
  context: SourceContext,
): SourceReport {
  const entity = isRecord(value) ? value : {};
  const metadata = Metadata.safeParse(entity.metadata).data ?? {
    id: undefined,
  };
  const subject = subjectOf(metadata, context.cluster);
  const builder = new ReportBuilder({ tool, subject });
  if (!isRecord(value)) {
    builder.count('misconfiguration');
    builder.skip('misconfiguration', path, 'expected the result of a check');
    return builder.report;
  }
  builder.each(
    'misconfiguration',
    entity.violatedPolicies,
    `${path}.violatedPolicies`,
    ViolatedPolicy,
    policy => {
      builder.report.findings.push(readMisconfiguration(policy));
    },
  );
  addScope(builder, subject, totalOf(entity.summary));
  return builder.report;
}

/** A check of roxctl reports all violated policies of its subject. */
export function addScope(
  builder: ReportBuilder,
  subject: SourceSubject,
  total: number = 0,
): void {
  const { report } = builder;
  const listed = report.read.misconfiguration ?? 0;
  // Others may be unknown too: what one of them mended, another may still have.
  const known = subject.kind !== 'artifact' || subject.name !== 'unknown';
  if (!known) builder.warn(UNKNOWN_SUBJECT);
  report.scopes.push({
    kind: 'misconfiguration',
    subject,
    part: 'stackrox',
    complete: known && report.skippedTotal === 0 && total <= listed,
  });
}

function totalOf(summary: unknown): number {
  return isRecord(summary) && typeof summary.TOTAL === 'number'
    ? summary.TOTAL
    : 0;
}

function readMisconfiguration({
  name,
  severity,
  violation,
  description,
  remediation,
}: ViolatedPolicy): MisconfigurationFinding {
  const id = policyId(name);
  const message = plainText(
    violation.slice(0, 20).join('\n') || (description ?? ''),
  );
  return {
    kind: 'misconfiguration',
    id,
    severity: severityOf(severity),
    title: firstLine(name) || id,
    ...(message ? { message } : {}),
    ...(remediation ? { remediation: plainText(remediation) } : {}),
    references: [],
  };
}
