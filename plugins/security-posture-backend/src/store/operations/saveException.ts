import type { Exception } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { upsertRows } from '../bulk';

/** Stores a new exception. */
export async function saveException(
  tx: Knex,
  exception: Exception,
): Promise<void> {
  const { target, scope, until } = exception;
  await upsertRows(
    tx,
    'exceptions',
    [
      {
        id: exception.id,
        kind: exception.kind,
        status: exception.status,
        finding_id: target.findingId,
        problem: target.problem,
        check_id: target.checkId,
        scope_kind: scope.kind,
        scope_ref: scope.ref,
        reason: exception.reason,
        until: until.kind,
        expires_at: until.at,
        requested_by: exception.requestedBy,
        requested_at: exception.requestedAt,
        decided_by: exception.decidedBy,
        decided_at: exception.decidedAt,
        decision_comment: exception.decisionComment,
        ended_at: exception.endedAt,
        ended_because: exception.endedBecause,
        warned_at: undefined,
      },
    ],
    { key: ['id'] },
  );
}
