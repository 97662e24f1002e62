import type { Knex } from 'knex';
import { textSet } from '../bulk';

export interface ForgottenWorkloads {
  workloads: number;
  /** Image lines that fewer workloads run now. */
  imageIds: string[];
}

/**
 * Forgets what workloads run that nothing has spoken of for too long: they are
 * taken to be gone from their cluster.
 */
export async function forgetWorkloads(
  tx: Knex,
  seenBefore: string,
  limit: number,
): Promise<ForgottenWorkloads> {
  const gone: { id: string }[] = await tx('subjects as s')
    .where('s.last_seen_at', '<', seenBefore)
    .whereExists(
      tx('workload_images as w')
        .whereRaw('w.workload_id = s.id')
        .select(tx.raw('1')),
    )
    .whereNotExists(
      tx('workload_images as w')
        .whereRaw('w.workload_id = s.id')
        .where('w.last_seen_at', '>=', seenBefore)
        .select(tx.raw('1')),
    )
    .limit(limit)
    .select('s.id');
  const ids = gone.map(({ id }) => id);
  const images: { image_id: string }[] = await tx('workload_images')
    .whereIn('workload_id', textSet(tx, ids))
    .distinct('image_id');
  await tx('workload_images').whereIn('workload_id', textSet(tx, ids)).delete();
  return {
    workloads: ids.length,
    imageIds: images.map(({ image_id }) => image_id),
  };
}
