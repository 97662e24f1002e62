import type { Knex } from 'knex';
import { chooseExceptions } from '../../model/exceptionCoverage';
import { updateRows } from '../bulk';
import { findCoverage } from '../readModels/findCoverage';
import { findExcepted } from '../readModels/findExcepted';

/**
 * Writes to findings which approved exception covers them, and takes away what
 * no longer does. Call `deriveFindings` for the findings returned.
 *
 * @param findingIds - all findings if absent
 * @returns the findings whose exception changed
 */
export async function applyExceptions(
  tx: Knex,
  findingIds?: Iterable<string>,
): Promise<string[]> {
  const changes = await findExceptionChanges(tx, findingIds);
  await updateRows(tx, 'findings', changes, {
    key: ['id'],
    set: ['exception_id'],
  });
  return changes.map(({ id }) => id);
}

/** What `applyExceptions` would write, without writing it. */
export async function findExceptionChanges(
  knex: Knex,
  findingIds?: Iterable<string>,
): Promise<{ id: string; exception_id: string | undefined }[]> {
  const ids = findingIds && [...findingIds];
  if (ids?.length === 0) return [];
  const chosen = chooseExceptions(await findCoverage(knex, ids));
  const stored = await findExcepted(knex, ids);
  return [...new Set([...chosen.keys(), ...stored.keys()])]
    .filter(id => chosen.get(id) !== stored.get(id))
    .map(id => ({ id, exception_id: chosen.get(id) }));
}
