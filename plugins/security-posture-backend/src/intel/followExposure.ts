import type { Knex } from 'knex';
import type { DeadlineRules } from '../model/deadline';
import { applyDeadlines } from '../store/operations/applyDeadlines';
import { deriveExposure } from '../store/operations/deriveExposure';
import { forgetExposure } from '../store/operations/forgetExposure';
import { lockForMaintenance } from '../store/operations/lockFindings';
import {
  areAllPods,
  findNamespaces,
  type Extent,
} from '../store/readModels/findClusterObjects';
import { findExposureChanges } from '../store/readModels/findExposureChanges';

/** Namespaces of one transaction. */
const CHUNK = 20;

/**
 * After objects of a cluster were stored: derives from how far the workloads in
 * their namespaces can be reached, and sets the deadlines that depend on it. To
 * be called once the objects are committed. If nothing changed, no lock is taken.
 *
 * @returns the ids of the subjects whose exposure changed
 */
export async function followExposure(
  knex: Knex,
  subjectIds: string[],
  rules: DeadlineRules,
): Promise<string[]> {
  if (subjectIds.length === 0) return [];
  // A pod changes how far it can be reached itself, and no other.
  const extent = (await areAllPods(knex, subjectIds))
    ? 'subjects'
    : 'namespaces';
  return follow(knex, subjectIds, rules, extent);
}

async function follow(
  knex: Knex,
  subjectIds: string[],
  rules: DeadlineRules,
  extent: Extent,
): Promise<string[]> {
  const differing = await findExposureChanges(knex, subjectIds, extent);
  if (differing.length === 0) return [];
  return knex.transaction(async tx => {
    await lockForMaintenance(tx);
    const changed = await deriveExposure(tx, subjectIds, extent);
    await applyDeadlines(tx, { subjectIds: changed }, rules);
    return changed;
  });
}

/** The same for everything that the inventory holds, or held. */
export async function followAllExposure(
  knex: Knex,
  rules: DeadlineRules,
): Promise<number> {
  const namespaces = await findNamespaces(knex);
  let changed = await knex.transaction(async tx => {
    await lockForMaintenance(tx);
    const gone = await forgetExposure(tx);
    await applyDeadlines(tx, { subjectIds: gone }, rules);
    return gone.length;
  });
  for (let start = 0; start < namespaces.length; start += CHUNK) {
    const chunk = namespaces.slice(start, start + CHUNK);
    changed += (await follow(knex, chunk, rules, 'namespaces')).length;
  }
  return changed;
}
