import type {
  DecisionAction,
  Severity,
} from 'backstage-plugin-security-posture-common';
import type {
  SourceDecision,
  SourceReport,
} from 'backstage-plugin-security-posture-node';
import type { Ruling } from '../evaluation';
import type { Answer } from './answerOf';
import type { AdmissionQuestion } from './readReview';

export const ENGINE = 'security-posture';

/** The control under which the use of break-glass is a finding. */
export const BREAK_GLASS_CONTROL = 'break-glass';

/** One ruling on a request, to be kept as a decision. */
interface Told {
  policy: string;
  action: DecisionAction;
  severity: Severity;
  message?: string;
}

/**
 * An answer of the webhook as a report: its decisions, what was let in, and
 * whether the policy was passed over.
 */
export function reportOfAnswer(
  question: AdmissionQuestion,
  answer: Answer,
  ruling: Ruling | undefined,
  at: string,
): SourceReport {
  const { subject, images, workload, breakGlass } = question;
  const decisions = told(question, answer, ruling).map(
    ({ policy, action, severity, message }, index): SourceDecision => ({
      subject,
      engine: ENGINE,
      policy,
      action,
      outcome: action === 'allow' ? 'pass' : 'fail',
      severity,
      message,
      at,
      actor: question.actor,
      operation: question.operation,
      eventId: `${question.uid}#${index}`,
      images,
    }),
  );
  const passedOver = breakGlass !== undefined && ruling?.result === 'fail';
  return {
    tool: { name: ENGINE },
    generatedAt: at,
    subject,
    // Complete, so that a later request without the annotation ends the finding.
    scopes:
      workload && answer.allowed
        ? [
            {
              kind: 'misconfiguration',
              subject,
              part: BREAK_GLASS_CONTROL,
              complete: true,
            },
          ]
        : [],
    findings: passedOver
      ? [
          {
            kind: 'misconfiguration',
            id: BREAK_GLASS_CONTROL,
            subject,
            severity: 'high',
            title: 'Deployed by break-glass',
            message: `${question.actor ?? 'Somebody'} passed over the policy: ${
              breakGlass || 'no reason given'
            }`,
            remediation:
              'Mend what the policy refused, then deploy again without the annotation security-posture.io/break-glass.',
            references: [],
          },
        ]
      : [],
    decisions,
    alerts: [],
    workloads: workload && answer.allowed ? [{ ...workload, at }] : [],
    packages: [],
    passes: [],
    attestations: [],
    vexStatements: [],
    sensorEvents: [],
    read: {
      decision: decisions.length,
      ...(workload && answer.allowed ? { workload: 1 } : {}),
      ...(passedOver ? { misconfiguration: 1 } : {}),
    },
    skipped: [],
    skippedByKind: {},
    skippedTotal: 0,
    warnings: [],
  };
}

function told(
  { breakGlass }: AdmissionQuestion,
  { allowed, auditAnnotations, message }: Answer,
  ruling: Ruling | undefined,
): Told[] {
  if (!ruling) {
    const reason = message ?? auditAnnotations.unjudged;
    const severity = 'unknown';
    if (!reason) return [{ policy: 'policy', action: 'allow', severity }];
    const action = allowed ? 'warn' : 'deny';
    return [{ policy: 'unjudged', action, severity, message: reason }];
  }
  const isDryRun = ruling.mode === 'dry-run';
  const soft: DecisionAction = isDryRun ? 'audit' : 'warn';
  const rulings: Told[] = [
    ...ruling.violations.map(({ checkId, summary }) => ({
      policy: checkId,
      action: allowed ? soft : ('deny' as const),
      severity: 'high' as const,
      message: summary,
    })),
    ...ruling.warnings.map(({ checkId, summary }) => ({
      policy: checkId,
      action: soft,
      severity: 'medium' as const,
      message: summary,
    })),
    ...(breakGlass !== undefined && ruling.result === 'fail'
      ? [
          {
            policy: BREAK_GLASS_CONTROL,
            action: 'audit' as const,
            severity: 'high' as const,
            message: breakGlass || 'no reason given',
          },
        ]
      : []),
  ];
  return rulings.length > 0
    ? rulings
    : [{ policy: 'policy', action: 'allow', severity: 'info' }];
}
