import type { Knex } from 'knex';
import { appendTrail } from './appendTrail';

/**
 * Ends exceptions and requests whose date has passed. Call `applyExceptions` for
 * the findings that they can touch.
 *
 * @param actor - the task that does it
 * @returns the ids of those that ended
 */
export async function expireExceptions(
  tx: Knex,
  now: string,
  actor: string,
): Promise<string[]> {
  const ended: { id: string; scope_kind: string; scope_ref: string | null }[] =
    await tx('exceptions')
      .whereIn('status', ['approved', 'pending'])
      .where('expires_at', '<=', now)
      .update({ status: 'expired', ended_at: now, ended_because: 'expired' })
      .returning(['id', 'scope_kind', 'scope_ref']);
  await appendTrail(
    tx,
    ended.map(({ id, scope_kind, scope_ref }) => ({
      at: now,
      actor,
      action: 'exception-expired',
      exceptionId: id,
      entityRef:
        scope_kind === 'component' ? scope_ref ?? undefined : undefined,
    })),
  );
  return ended.map(({ id }) => id);
}
