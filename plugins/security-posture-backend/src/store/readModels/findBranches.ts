import type { Knex } from 'knex';
import { textSet } from '../bulk';

/** The branches that these subjects were built from, by subject. */
export async function findBranches(
  knex: Knex,
  subjectIds: Iterable<string>,
): Promise<Map<string, string[]>> {
  const rows: { subject_id: string; branch: string }[] = await knex('artifacts')
    .whereIn('subject_id', textSet(knex, subjectIds))
    .whereNotNull('built_at')
    .whereNotNull('branch')
    .distinct('subject_id', 'branch');
  const branches = new Map<string, string[]>();
  for (const { subject_id, branch } of rows) {
    branches.set(subject_id, [...(branches.get(subject_id) ?? []), branch]);
  }
  return branches;
}
