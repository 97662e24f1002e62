import type { Subject } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { textSet } from '../bulk';
import {
  selectSubject,
  subjectOf,
  type SubjectColumns,
} from './subjectColumns';

/** Workloads by the digest that they run. */
export type Runners = Map<string, Subject[]>;

/** The workloads that run digests of these image lines, by image line. */
export async function findRunners(
  knex: Knex,
  imageIds: Iterable<string>,
): Promise<Map<string, Runners>> {
  const rows: (SubjectColumns & { image_id: string; digest: string })[] =
    await selectSubject(
      knex('workload_images as w')
        .join('subjects as s', 's.id', 'w.workload_id')
        .whereIn('w.image_id', textSet(knex, imageIds))
        .orderBy('s.name')
        .select('w.image_id', 'w.digest'),
    );
  const runners = new Map<string, Runners>();
  for (const row of rows) {
    const own = runners.get(row.image_id) ?? new Map<string, Subject[]>();
    own.set(row.digest, [...(own.get(row.digest) ?? []), subjectOf(row)]);
    runners.set(row.image_id, own);
  }
  return runners;
}
