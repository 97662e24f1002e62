import type { Exception } from 'backstage-plugin-security-posture-common';
import { isoTime, optionalIsoTime, present, type DbTime } from '../rows';

/** A row of `exceptions`. */
export interface ExceptionColumns {
  id: string;
  kind: Exception['kind'];
  status: Exception['status'];
  finding_id: string | null;
  problem: string | null;
  check_id: string | null;
  scope_kind: Exception['scope']['kind'];
  scope_ref: string | null;
  reason: string;
  until: Exception['until']['kind'];
  expires_at: DbTime | null;
  requested_by: string;
  requested_at: DbTime;
  decided_by: string | null;
  decided_at: DbTime | null;
  decision_comment: string | null;
  ended_at: DbTime | null;
  ended_because: NonNullable<Exception['endedBecause']> | null;
}

export function exceptionOf(row: ExceptionColumns): Exception {
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    target: {
      findingId: present(row.finding_id),
      problem: present(row.problem),
      checkId: present(row.check_id),
    },
    scope: { kind: row.scope_kind, ref: present(row.scope_ref) },
    reason: row.reason,
    until: { kind: row.until, at: optionalIsoTime(row.expires_at) },
    requestedBy: row.requested_by,
    requestedAt: isoTime(row.requested_at),
    decidedBy: present(row.decided_by),
    decidedAt: optionalIsoTime(row.decided_at),
    decisionComment: present(row.decision_comment),
    endedAt: optionalIsoTime(row.ended_at),
    endedBecause: present(row.ended_because),
  };
}
