import type { VexJustification } from 'backstage-plugin-security-posture-common';
import type { VexFact } from './openVex';

/** What is known of a finding that VEX has words for. */
export interface SaidOfFinding {
  fixed: boolean;
  fixedAt?: string;
  /** An approved exception that covers it. */
  exception?: {
    kind: 'accepted' | 'false-positive';
    reason: string;
    expiresAt?: string;
    /** When it was approved. */
    at?: string;
  };
  triage?: {
    status: string;
    comment?: string;
    justification?: VexJustification;
    at?: string;
  };
}

/**
 * A finding's status in the words of OpenVEX. An accepted risk is `affected`: to
 * accept is an action, the product has the vulnerability.
 *
 * @param now - the time of what has none of its own
 * @returns undefined if nobody said anything that VEX could tell
 */
export function saidOf(
  { fixed, fixedAt, exception, triage }: SaidOfFinding,
  now: string,
): VexFact['said'] | undefined {
  if (fixed) return { status: 'fixed', timestamp: fixedAt ?? now };
  if (exception) {
    const timestamp = exception.at ?? now;
    return exception.kind === 'false-positive'
      ? falsePositive(exception.reason, timestamp)
      : affected(
          `Risk accepted until ${
            exception.expiresAt?.slice(0, 10) ?? 'there is a fix'
          }: ${exception.reason}`,
          timestamp,
        );
  }
  if (!triage) return undefined;
  const { status, comment, justification, at: timestamp = now } = triage;
  switch (status) {
    case 'not-affected':
      return {
        status: 'not_affected',
        justification,
        impact_statement: comment || 'Triaged as not affected',
        timestamp,
      };
    case 'false-positive':
      return falsePositive(comment, timestamp);
    case 'affected':
      return affected(comment || 'Triaged as affected', timestamp);
    case 'under-investigation':
      return {
        status: 'under_investigation',
        status_notes: comment,
        timestamp,
      };
    default:
      return undefined;
  }
}

function falsePositive(
  reason: string | undefined,
  timestamp: string,
): VexFact['said'] {
  return {
    status: 'not_affected',
    impact_statement: ['False positive', reason].filter(Boolean).join(': '),
    timestamp,
  };
}

function affected(action: string, timestamp: string): VexFact['said'] {
  return {
    status: 'affected',
    action_statement: action,
    action_statement_timestamp: timestamp,
    timestamp,
  };
}
