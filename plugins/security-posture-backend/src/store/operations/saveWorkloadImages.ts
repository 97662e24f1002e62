import type { Knex } from 'knex';
import { upsertRows } from '../bulk';

export interface WorkloadImage {
  workloadId: string;
  imageId: string;
  digest?: string;
}

/** Remembers which image lines workloads were seen to run. */
export async function saveWorkloadImages(
  knex: Knex,
  images: WorkloadImage[],
  at: string,
): Promise<void> {
  const rows = new Map(
    images.map(({ workloadId, imageId, digest }) => [
      `${workloadId} ${imageId}`,
      {
        workload_id: workloadId,
        image_id: imageId,
        digest,
        last_seen_at: at,
      },
    ]),
  );
  await upsertRows(knex, 'workload_images', [...rows.values()], {
    key: ['workload_id', 'image_id'],
    merge: {
      digest: 'coalesce(excluded.digest, workload_images.digest)',
      last_seen_at: 'excluded.last_seen_at',
    },
  });
}
