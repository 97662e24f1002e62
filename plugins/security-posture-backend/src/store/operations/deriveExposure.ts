import type { Knex } from 'knex';
import { updateRows } from '../bulk';
import type { Extent } from '../readModels/findClusterObjects';
import { findExposureChanges } from '../readModels/findExposureChanges';

/**
 * Derives from how far the workloads in the namespaces of these subjects, and
 * the image lines that they run, can be reached. It changes subjects that no
 * report named: call it alone, under {@link lockForMaintenance}.
 *
 * @returns the ids of the subjects whose exposure changed
 */
export async function deriveExposure(
  tx: Knex,
  subjectIds: Iterable<string>,
  extent?: Extent,
): Promise<string[]> {
  const changes = await findExposureChanges(tx, subjectIds, extent);
  await updateRows(tx, 'subjects', changes, { key: ['id'], set: ['exposure'] });
  return changes.map(({ id }) => id);
}
