import type { Knex } from 'knex';
import { textSet } from '../bulk';
import type { StoredSubject } from '../../model/subject';

/** The components of each subject, as stored. Unmapped subjects are absent. */
export async function findMapping(
  knex: Knex,
  subjectIds: string[],
): Promise<Map<string, string[]>> {
  const rows: { subject_id: string; entity_ref: string }[] = await knex(
    'subject_components',
  )
    .whereIn('subject_id', textSet(knex, subjectIds))
    .orderBy('entity_ref')
    .select('subject_id', 'entity_ref');
  const mapping = new Map<string, string[]>();
  for (const { subject_id, entity_ref } of rows) {
    mapping.set(subject_id, [...(mapping.get(subject_id) ?? []), entity_ref]);
  }
  return mapping;
}

/** The workloads that run these image lines, by image. */
export async function findWorkloadsOfImages(
  knex: Knex,
  imageIds: string[],
): Promise<Map<string, string[]>> {
  const rows: { workload_id: string; image_id: string }[] = await knex(
    'workload_images',
  )
    .whereIn('image_id', textSet(knex, imageIds))
    .select('workload_id', 'image_id');
  const workloads = new Map<string, string[]>();
  for (const { workload_id, image_id } of rows) {
    workloads.set(image_id, [...(workloads.get(image_id) ?? []), workload_id]);
  }
  return workloads;
}

interface SubjectRow {
  id: string;
  kind: StoredSubject['kind'];
  name: string;
  cluster: string | null;
  namespace: string | null;
  workload_kind: string | null;
  labels: string | null;
}

/** Stored subjects: all of them, or those with the given ids. */
export async function findSubjects(
  knex: Knex,
  ids?: string[],
): Promise<StoredSubject[]> {
  const query = knex('subjects').select('*');
  const rows: SubjectRow[] = await (ids
    ? query.whereIn('id', textSet(knex, ids))
    : query);
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    cluster: row.cluster ?? undefined,
    namespace: row.namespace ?? undefined,
    workloadKind: row.workload_kind ?? undefined,
    labels: row.labels ? JSON.parse(row.labels) : undefined,
  }));
}

/** The image lines that these workloads run. */
export async function findImagesOfWorkloads(
  knex: Knex,
  workloadIds: string[],
): Promise<string[]> {
  const rows: { image_id: string }[] = await knex('workload_images')
    .whereIn('workload_id', textSet(knex, workloadIds))
    .distinct('image_id');
  return rows.map(({ image_id }) => image_id);
}
