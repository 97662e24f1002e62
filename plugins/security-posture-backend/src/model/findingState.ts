/** States as they are stored; `absent` is on no live artifact and never was, and is not listed. */
export type StoredState = 'open' | 'fixed' | 'suppressed' | 'stale' | 'absent';

/** The open observations of a finding, summed up over its live scopes. */
export interface LiveEvidence {
  /** Whether any tool shows it without having suppressed it. */
  unsuppressed: boolean;
  /** Whether any of its scopes was reported recently. */
  fresh: boolean;
  severityRank: number;
  fixable: boolean;
  /** Seen in the newest build of its line. */
  built: boolean;
  /** Seen in what runs. */
  running: boolean;
  firstSeenAt: string;
}

/** What people and documents said of a finding. */
export interface Judgement {
  exceptionId?: string;
  triage?: string;
  vex?: string;
}

/** The derived part of a finding. */
export interface DerivedFinding {
  state: StoredState;
  suppressedBy?: 'exception' | 'triage' | 'vex' | 'tool';
  severityRank: number;
  fixable: boolean;
  built: boolean;
  running: boolean;
  openedAt?: string;
  reopenedAt?: string;
  reopenCount: number;
  fixedAt?: string;
}

/**
 * Derives a finding's state from its live evidence and from what was said of it.
 *
 * - no live evidence: `fixed` if it ever was live, else `absent`
 * - said not to count: `suppressed`
 * - every scope was silent for too long: `stale`
 * - else `open`
 *
 * `openedAt` never moves once set, so that reopening does not restart a deadline.
 */
export function deriveFinding(
  before: DerivedFinding | undefined,
  live: LiveEvidence | undefined,
  judgement: Judgement,
  at: string,
): DerivedFinding {
  const openedAt = before?.openedAt;
  if (!live) {
    const wasFixed = before?.state === 'fixed';
    return {
      state: openedAt ? 'fixed' : 'absent',
      suppressedBy: undefined,
      severityRank: before?.severityRank ?? 0,
      fixable: before?.fixable ?? false,
      built: false,
      running: false,
      openedAt,
      reopenedAt: before?.reopenedAt,
      reopenCount: before?.reopenCount ?? 0,
      fixedAt: openedAt && (wasFixed ? before?.fixedAt : at),
    };
  }
  const suppressedBy = suppressor(judgement, live);
  const reopened = before?.state === 'fixed';
  return {
    state: stateOf(suppressedBy, live),
    suppressedBy,
    severityRank: live.severityRank,
    fixable: live.fixable,
    built: live.built,
    running: live.running,
    openedAt: openedAt ?? live.firstSeenAt,
    reopenedAt: reopened ? at : before?.reopenedAt,
    reopenCount: (before?.reopenCount ?? 0) + (reopened ? 1 : 0),
    fixedAt: undefined,
  };
}

function stateOf(
  suppressedBy: DerivedFinding['suppressedBy'],
  { fresh }: LiveEvidence,
): StoredState {
  if (suppressedBy) return 'suppressed';
  return fresh ? 'open' : 'stale';
}

/** What says that a finding does not count; nothing: it counts. */
export function suppressor(
  { exceptionId, triage, vex }: Judgement,
  { unsuppressed }: Pick<LiveEvidence, 'unsuppressed'>,
): DerivedFinding['suppressedBy'] {
  if (exceptionId) return 'exception';
  if (triage === 'not-affected' || triage === 'false-positive') return 'triage';
  if (vex === 'not-affected' || vex === 'fixed') return 'vex';
  return unsuppressed ? undefined : 'tool';
}
