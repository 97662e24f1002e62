import type { Knex } from 'knex';
import { textSet, upsertRows } from '../bulk';
import type { Row } from '../tables';

/**
 * Remembers which digest of which image line workloads were seen to run. An
 * older sight changes nothing. A sight by tag alone keeps the digest that was
 * known of this tag; else the tag tells it, if a report ever named both.
 */
export async function saveWorkloadImages(
  tx: Knex,
  images: Row<'workload_images'>[],
): Promise<void> {
  const rows = new Map<string, Row<'workload_images'>>();
  for (const row of images) {
    const key = `${row.workload_id} ${row.image_id}`;
    const known = rows.get(key);
    const isNewer =
      !known || (row.last_seen_at ?? '') >= (known.last_seen_at ?? '');
    if (isNewer || (known.digest === '' && row.digest !== ''))
      rows.set(key, row);
  }
  const isNewer = 'excluded.last_seen_at >= workload_images.last_seen_at';
  const isSameTag =
    "coalesce(excluded.tag, '') = coalesce(workload_images.tag, '')";
  await upsertRows(tx, 'workload_images', [...rows.values()], {
    key: ['workload_id', 'image_id'],
    merge: {
      digest: `case when excluded.digest = '' and ${isSameTag} then workload_images.digest else excluded.digest end`,
      tag: 'coalesce(excluded.tag, workload_images.tag)',
      last_seen_at: 'excluded.last_seen_at',
    },
    where: isNewer,
  });
}

/** Gives digests to sights by tag, from reports that named tag and digest. */
export async function resolveTags(
  tx: Knex,
  imageIds: Iterable<string>,
): Promise<void> {
  const byTag = tx('artifacts as a')
    .whereRaw('a.subject_id = workload_images.image_id')
    .whereRaw('a.tag = workload_images.tag')
    .where('a.digest', 'like', 'sha256:%');
  await tx('workload_images')
    .whereIn('image_id', textSet(tx, imageIds))
    .where('digest', '')
    .whereNotNull('tag')
    .whereExists(byTag.clone().select(tx.raw('1')))
    .update({
      digest: byTag
        .clone()
        .orderByRaw('coalesce(a.built_at, a.last_seen_at) desc')
        .limit(1)
        .select('a.digest'),
    });
}
