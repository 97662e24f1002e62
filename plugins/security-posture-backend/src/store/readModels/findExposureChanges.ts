import type { Knex } from 'knex';
import {
  exposureOfImage,
  exposuresOf,
  type Exposure,
} from '../../model/exposure';
import { textSet } from '../bulk';
import { present } from '../rows';
import { findClusterObjects, type Extent } from './findClusterObjects';

/** A subject that can be reached from elsewhere than is stored. Undefined: unknown. */
export interface ExposureChange {
  id: string;
  exposure: Exposure | undefined;
}

/**
 * Whose exposure differs from what is stored: workloads of the namespaces that
 * these subjects lie in, or these alone, and the image lines that they run. Two
 * statements.
 */
export async function findExposureChanges(
  knex: Knex,
  subjectIds: Iterable<string>,
  extent: Extent = 'namespaces',
): Promise<ExposureChange[]> {
  const objects = await findClusterObjects(knex, subjectIds, extent);
  const exposures = exposuresOf(objects);
  const workloads = objects.filter(({ runsPods }) => runsPods);
  const now = new Map(
    workloads.map(({ id }) => [id, exposures.get(id)?.level]),
  );
  const changes: ExposureChange[] = workloads
    .filter(({ id, exposure }) => exposure !== now.get(id))
    .map(({ id }) => ({ id, exposure: now.get(id) }));
  for (const image of await findImages(knex, now.keys())) {
    const exposure = exposureOfImage(
      image.workloads.map(({ id, stored }) =>
        now.has(id) ? now.get(id) : stored,
      ),
    );
    if (exposure !== image.stored) changes.push({ id: image.id, exposure });
  }
  return changes;
}

interface RunImage {
  id: string;
  stored: Exposure | undefined;
  workloads: { id: string; stored: Exposure | undefined }[];
}

interface Columns {
  image_id: string;
  workload_id: string;
  image_exposure: Exposure | null;
  workload_exposure: Exposure | null;
}

/** The image lines that these workloads run, with all workloads that run them. */
async function findImages(
  knex: Knex,
  workloadIds: Iterable<string>,
): Promise<RunImage[]> {
  const rows: Columns[] = await knex('workload_images as r')
    .join('subjects as i', 'i.id', 'r.image_id')
    .join('subjects as w', 'w.id', 'r.workload_id')
    .whereIn(
      'r.image_id',
      knex('workload_images')
        .whereIn('workload_id', textSet(knex, workloadIds))
        .select('image_id'),
    )
    .distinct(
      'r.image_id',
      'r.workload_id',
      'i.exposure as image_exposure',
      'w.exposure as workload_exposure',
    );
  const images = new Map<string, RunImage>();
  for (const row of rows) {
    const image = images.get(row.image_id) ?? {
      id: row.image_id,
      stored: present(row.image_exposure),
      workloads: [],
    };
    image.workloads.push({
      id: row.workload_id,
      stored: present(row.workload_exposure),
    });
    images.set(image.id, image);
  }
  return [...images.values()];
}
