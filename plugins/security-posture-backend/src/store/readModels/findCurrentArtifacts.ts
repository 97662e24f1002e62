import type { Knex } from 'knex';
import { textSet } from '../bulk';

/** The artifacts of these subjects that are the newest build or run, as id and digest with a blank between. */
export async function findCurrentArtifacts(
  knex: Knex,
  subjectIds: Iterable<string>,
): Promise<Set<string>> {
  const rows: { subject_id: string; digest: string }[] = await knex('artifacts')
    .whereIn('subject_id', textSet(knex, subjectIds))
    .where(either => either.where('built', true).orWhere('running', true))
    .select('subject_id', 'digest');
  return new Set(rows.map(row => `${row.subject_id} ${row.digest}`));
}
