import type { Knex } from 'knex';
import { upsertRows } from '../bulk';
import type { Row } from '../tables';

/** Keeps attestations. What was verified once stays verified: the statement is the same. */
export async function saveAttestations(
  knex: Knex,
  attestations: Row<'attestations'>[],
): Promise<void> {
  if (attestations.length === 0) return;
  await upsertRows(knex, 'attestations', attestations, {
    key: ['id'],
    merge: {
      verified: 'excluded.verified or attestations.verified',
      finished_at: 'coalesce(excluded.finished_at, attestations.finished_at)',
      received_at:
        'case when excluded.received_at > attestations.received_at then excluded.received_at else attestations.received_at end',
    },
  });
}
