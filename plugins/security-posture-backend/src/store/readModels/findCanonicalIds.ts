import type { Knex } from 'knex';
import { vulnerabilityId } from '../../model/vulnerabilityId';
import { textSet } from '../bulk';

/**
 * The canonical id of each of these vulnerabilities, by the id as given. An id
 * that nobody calls anything else is its own, in the usual spelling.
 */
export async function findCanonicalIds(
  knex: Knex,
  ids: Iterable<string>,
): Promise<Map<string, string>> {
  const spelled = new Map(
    [...ids].map((id): [string, string] => [id, vulnerabilityId(id)]),
  );
  if (spelled.size === 0) return spelled;
  const rows: { vulnerability_id: string; canonical_id: string }[] = await knex(
    'vulnerability_groups',
  )
    .whereIn('vulnerability_id', textSet(knex, new Set(spelled.values())))
    .select('vulnerability_id', 'canonical_id');
  const canonical = new Map(
    rows.map(row => [row.vulnerability_id, row.canonical_id]),
  );
  return new Map(
    [...spelled].map(([given, id]) => [given, canonical.get(id) ?? id]),
  );
}
