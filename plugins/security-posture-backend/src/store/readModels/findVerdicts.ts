import type { Knex } from 'knex';
import { textSet } from '../bulk';

/** What a source says of a finding, as it was stored. */
export interface StoredVerdict {
  findingId: string;
  source: string;
  details: Record<string, unknown>;
}

/** What sources say of findings, the newest word first. */
export async function findVerdicts(
  knex: Knex,
  findingIds: Iterable<string>,
): Promise<StoredVerdict[]> {
  const rows: { finding_id: string; source: string; details: string }[] =
    await knex('verdicts')
      .whereIn('finding_id', textSet(knex, findingIds))
      .orderBy('changed_at', 'desc')
      .orderBy('source')
      .select('finding_id', 'source', 'details');
  return rows.map(({ finding_id, source, details }) => ({
    findingId: finding_id,
    source,
    details: JSON.parse(details),
  }));
}
