import type { Knex } from 'knex';
import {
  aliasGroups,
  canonicalIdsOf,
  type CanonicalChange,
} from '../../model/aliasGroups';
import { isCve } from '../../model/vulnerabilityId';
import { textSet, upsertRows } from '../bulk';
import { findAliasEdges } from '../readModels/findAliasEdges';
import { findCanonicalIds } from '../readModels/findCanonicalIds';

/**
 * Brings the groups of these ids, and of all that their names lead to, in line
 * with what is asserted. Runs under the lock for maintenance; findings are to
 * follow in the same transaction.
 */
export async function regroupAliases(
  knex: Knex,
  ids: Iterable<string>,
): Promise<CanonicalChange[]> {
  const touched = new Set(ids);
  const edges = await findAliasEdges(knex, touched);
  for (const { from, to } of edges) touched.add(from).add(to);
  const canonical = canonicalIdsOf(aliasGroups(edges));
  const names = [...touched].filter(id => !isCve(id));
  const stored = await findCanonicalIds(knex, names);
  const changes = names
    .map(id => ({
      id,
      before: stored.get(id) ?? id,
      after: canonical.get(id) ?? id,
    }))
    .filter(({ before, after }) => before !== after);
  await saveGroups(knex, changes);
  return changes;
}

/** An id that is its own canonical one has no row. */
async function saveGroups(
  knex: Knex,
  changes: CanonicalChange[],
): Promise<void> {
  const single = changes.filter(({ id, after }) => id === after);
  const grouped = changes.filter(({ id, after }) => id !== after);
  await knex('vulnerability_groups')
    .whereIn(
      'vulnerability_id',
      textSet(
        knex,
        single.map(({ id }) => id),
      ),
    )
    .delete();
  await upsertRows(
    knex,
    'vulnerability_groups',
    grouped.map(({ id, after }) => ({
      vulnerability_id: id,
      canonical_id: after,
    })),
    {
      key: ['vulnerability_id'],
      merge: { canonical_id: 'excluded.canonical_id' },
    },
  );
}
