import type {
  CheckFix,
  Evidence,
  PolicyVerdict,
  Violation,
} from 'backstage-plugin-security-posture-common';

/** What a check leads to in a verdict. */
export type Effect = 'blocks' | 'would block' | 'warns' | 'waived' | 'unknown';

/** One row of a verdict, for people. */
export interface Reason {
  effect: Effect;
  checkId: string;
  /** Why, in one sentence. */
  summary: string;
  /** What was seen, a line each; the last says how many more there are. */
  evidence: string[];
  /** The exception that covers it. */
  exception?: string;
  fix?: CheckFix;
}

const EVIDENCE_SHOWN = 5;

/** All reasons of a verdict, what blocks first. */
export function reasonsOf(verdict: PolicyVerdict): Reason[] {
  const blocking = verdict.mode === 'enforce' ? 'blocks' : 'would block';
  const reasons = [
    ...verdict.violations.map(violation => reasonOf(blocking, violation)),
    ...verdict.warnings.map(violation => reasonOf('warns', violation)),
    ...verdict.waived.map(violation => ({
      ...reasonOf('waived', violation),
      fix: undefined,
    })),
  ];
  // A policy that blocks or warns where nothing tells has told of those above.
  const told = new Set(reasons.map(({ checkId }) => checkId));
  const unknown = verdict.unknown
    .filter(({ checkId }) => !told.has(checkId))
    .map(({ checkId, summary }) => ({
      effect: 'unknown' as const,
      checkId,
      summary,
      evidence: [],
    }));
  return [...reasons, ...unknown];
}

/** What the verdict is called: also what it would be if it were enforced. */
export function titleOf({ result, mode, violations }: PolicyVerdict): string {
  if (result === 'fail') return 'failed';
  if (violations.length === 0) return 'passed';
  const checks = `${violations.length} ${
    violations.length === 1 ? 'check' : 'checks'
  }`;
  return `passed in mode ${mode}; ${checks} would block in mode enforce`;
}

/** The images of a verdict, by digest where it is known. */
export function imageNames({ images }: PolicyVerdict): string[] {
  return images.map(({ name, digest }) =>
    digest ? `${name}@${digest}` : name,
  );
}

/** The exception that covers a violation, in words. */
export function exceptionOf(violation: Violation): string | undefined {
  const { exceptionId, exceptionUntil } = violation;
  if (exceptionId === undefined) return undefined;
  return exceptionUntil === undefined
    ? `exception ${exceptionId}`
    : `exception ${exceptionId}, until ${exceptionUntil}`;
}

function reasonOf(effect: Effect, violation: Violation): Reason {
  const { checkId, summary, evidence, evidenceTotal, fix } = violation;
  const shown = evidence.slice(0, EVIDENCE_SHOWN);
  const more = Math.max(evidenceTotal, evidence.length) - shown.length;
  return {
    effect,
    checkId,
    summary,
    evidence: [
      ...shown.map(evidenceLine),
      ...(more > 0 ? [`and ${more} more`] : []),
    ],
    exception: exceptionOf(violation),
    fix,
  };
}

function evidenceLine({ title, subject, container, digest }: Evidence): string {
  const workload = [subject?.namespace, subject?.workloadKind, subject?.name]
    .filter(Boolean)
    .join('/');
  const places = [
    workload && (digest ? `${workload}@${digest.slice(0, 19)}…` : workload),
    container && `container ${container}`,
  ].filter(Boolean);
  return places.length > 0 ? `${title} (${places.join(', ')})` : title;
}
