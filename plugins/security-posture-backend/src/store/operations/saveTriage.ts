import type { TriageStatus } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';

/** Stores what a person said of a finding; nothing takes it back. Call `deriveFindings` next. */
export async function saveTriage(
  tx: Knex,
  findingId: string,
  status: TriageStatus | undefined,
): Promise<void> {
  await tx('findings')
    .where({ id: findingId })
    .update({ triage: status ?? null });
}
