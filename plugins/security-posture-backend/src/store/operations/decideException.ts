import type {
  ExceptionEnding,
  ExceptionStatus,
} from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';

export interface ExceptionDecision {
  id: string;
  /** Statuses in which it may be decided. */
  from: ExceptionStatus[];
  to: ExceptionStatus;
  by: string;
  at: string;
  comment?: string;
  /** Where the decision ends it. */
  because?: ExceptionEnding;
}

/**
 * Moves an exception to another status.
 *
 * @returns false if it is in none of the expected ones: someone was faster
 */
export async function decideException(
  tx: Knex,
  { id, from, to, by, at, comment, because }: ExceptionDecision,
): Promise<boolean> {
  const changed: number = await tx('exceptions')
    .where({ id })
    .whereIn('status', from)
    .update(
      because
        ? { status: to, ended_at: at, ended_because: because }
        : {
            status: to,
            decided_by: by,
            decided_at: at,
            decision_comment: comment ?? null,
          },
    );
  return changed > 0;
}
