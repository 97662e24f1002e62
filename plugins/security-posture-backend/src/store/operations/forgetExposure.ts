import type { Knex } from 'knex';
import { textSet } from '../bulk';

/**
 * Forgets how far subjects can be reached of which the cluster tells nothing any
 * more: workloads that left the inventory, image lines that none of it runs. To
 * be called under {@link lockForMaintenance}.
 *
 * @returns the ids of these subjects
 */
export async function forgetExposure(tx: Knex): Promise<string[]> {
  const gone: { id: string }[] = await tx('subjects')
    .whereNotNull('exposure')
    .where(either =>
      either
        .where(workload =>
          workload
            .where('kind', 'workload')
            .whereNotIn('id', tx('workloads').select('subject_id')),
        )
        .orWhere(image =>
          image
            .where('kind', 'image')
            .whereNotIn(
              'id',
              tx('workload_images as r')
                .join('workloads as w', 'w.subject_id', 'r.workload_id')
                .select('r.image_id'),
            ),
        ),
    )
    .select('id');
  const ids = gone.map(({ id }) => id);
  if (ids.length > 0) {
    await tx('subjects')
      .whereIn('id', textSet(tx, ids))
      .update({ exposure: null });
  }
  return ids;
}
