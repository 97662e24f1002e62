import type { SlaState } from 'backstage-plugin-security-posture-common';
import type { StoredState } from '../findingState';

interface SlaFacts {
  state: StoredState;
  /** ISO 8601. */
  dueAt?: string;
  /** ISO 8601. */
  fixedAt?: string;
}

/** A stale finding still counts: nobody showed that it is gone. */
export function slaStateOf(
  { state, dueAt, fixedAt }: SlaFacts,
  now: Date,
): SlaState {
  if (dueAt === undefined) return 'none';
  const due = Date.parse(dueAt);
  switch (state) {
    case 'open':
    case 'stale':
      return now.getTime() <= due ? 'due' : 'breached';
    case 'fixed':
      if (fixedAt === undefined) return 'none';
      return Date.parse(fixedAt) <= due ? 'met' : 'missed';
    default:
      return 'none';
  }
}
