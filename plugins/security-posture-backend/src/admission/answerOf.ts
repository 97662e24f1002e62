import type { Violation } from 'backstage-plugin-security-posture-common';
import { count } from '../evaluation/judgements';
import type { Ruling } from '../evaluation';
import type { AdmissionQuestion } from './readReview';

/** Kubernetes cuts warnings that are longer … */
const MAX_WARNING = 250;

/** … and leaves out those beyond 4,096 characters in all. */
const MAX_WARNINGS = 15;

const MAX_MESSAGE = 3_000;

/** How a developer reaches who can help, and where they read more. */
export interface Signpost {
  owner?: string;
  link?: string;
}

export interface Answer {
  allowed: boolean;
  warnings: string[];
  /** Why it was refused. */
  message?: string;
  /** Kept in the audit log of the API server. */
  auditAnnotations: Record<string, string>;
}

/** What is told about a request that nobody could judge. */
export interface Unjudged {
  allowed: boolean;
  reason: string;
}

/** The answer to a request that was judged. */
export function answerOf(
  question: AdmissionQuestion,
  ruling: Ruling,
  signpost: Signpost,
): Answer {
  const { violations, warnings, mode } = ruling;
  const refused = ruling.result === 'fail' && question.breakGlass === undefined;
  const quiet = mode === 'dry-run';
  const told = refused ? warnings : [...violations, ...warnings];
  return {
    allowed: !refused,
    warnings: quiet ? [] : warningsOf(question, told, ruling),
    ...(refused ? { message: refusalOf(question, violations, signpost) } : {}),
    auditAnnotations: {
      verdict: verdictOf(refused, violations),
      mode,
      ...(violations.length > 0 ? { violations: idsOf(violations) } : {}),
      ...(warnings.length > 0 ? { warnings: idsOf(warnings) } : {}),
      ...(question.breakGlass === undefined
        ? {}
        : { 'break-glass': question.breakGlass || 'no reason given' }),
    },
  };
}

function verdictOf(refused: boolean, violations: Violation[]): string {
  if (refused) return 'deny';
  return violations.length > 0 ? 'would-deny' : 'allow';
}

/** The answer to a request that could not be judged. */
export function unjudgedAnswer({ allowed, reason }: Unjudged): Answer {
  const told = `Security Posture: ${reason}`;
  return {
    allowed,
    warnings: allowed ? [clip(told, MAX_WARNING)] : [],
    ...(allowed ? {} : { message: told }),
    auditAnnotations: { verdict: allowed ? 'allow' : 'deny', unjudged: reason },
  };
}

function warningsOf(
  { breakGlass }: AdmissionQuestion,
  told: Violation[],
  { result }: Ruling,
): string[] {
  const lines = told.map(({ checkId, summary, fix }) =>
    clip(`[${checkId}] ${summary} ${fix?.text ?? ''}`.trim(), MAX_WARNING),
  );
  const more = lines.length - (MAX_WARNINGS - 1);
  const shown =
    more > 1
      ? [
          ...lines.slice(0, MAX_WARNINGS - 1),
          `and ${count(more, 'more warning')}`,
        ]
      : lines;
  return breakGlass !== undefined && result === 'fail'
    ? [
        clip(
          `Let in by break-glass and recorded: ${
            breakGlass || 'no reason given'
          }`,
          MAX_WARNING,
        ),
        ...shown,
      ]
    : shown;
}

/**
 * Why a request was refused, line by line: `- [check] what is wrong`, how to
 * mend it, who owns it and where to read more.
 */
function refusalOf(
  { subject, kind }: AdmissionQuestion,
  violations: Violation[],
  { owner, link }: Signpost,
): string {
  const lines = [
    `Security Posture refuses ${kind} ${subject.name} for ${count(
      violations.length,
      'reason',
    )}:`,
    ...violations.flatMap(({ checkId, summary, fix }) => [
      `- [${checkId}] ${summary}`,
      ...(fix ? [`  Fix: ${fix.text}`] : []),
    ]),
    ...(owner ? [`Owner: ${owner}`] : []),
    ...(link ? [`More: ${link}`] : []),
  ];
  return clip(lines.join('\n'), MAX_MESSAGE);
}

function idsOf(violations: Violation[]): string {
  return violations.map(({ checkId }) => checkId).join(',');
}

function clip(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
