import type { Knex } from 'knex';
import { textSet } from '../bulk';
import { isoTime, type DbTime } from '../rows';

/**
 * Forgets images that workloads no longer run, after reports that list all of
 * theirs.
 *
 * @param workloads - the image lines of each workload, and when they were listed
 * @returns the image lines that lost a workload
 */
export async function dropWorkloadImages(
  tx: Knex,
  workloads: Map<string, { imageIds: Set<string>; at: string }>,
): Promise<string[]> {
  if (workloads.size === 0) return [];
  const rows: {
    workload_id: string;
    image_id: string;
    last_seen_at: DbTime;
  }[] = await tx('workload_images').whereIn(
    'workload_id',
    textSet(tx, workloads.keys()),
  );
  const gone = rows.filter(row => {
    const listed = workloads.get(row.workload_id);
    return (
      listed !== undefined &&
      !listed.imageIds.has(row.image_id) &&
      isoTime(row.last_seen_at) <= listed.at
    );
  });
  if (gone.length === 0) return [];
  const pairs = gone.map(row => `${row.workload_id} ${row.image_id}`);
  await tx('workload_images')
    .whereIn(
      'workload_id',
      textSet(
        tx,
        gone.map(({ workload_id }) => workload_id),
      ),
    )
    .whereRaw("workload_id || ' ' || image_id in ?", [textSet(tx, pairs)])
    .delete();
  return gone.map(({ image_id }) => image_id);
}
