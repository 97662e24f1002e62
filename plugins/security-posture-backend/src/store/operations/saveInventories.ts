import type { Knex } from 'knex';
import { textSet, upsertRows } from '../bulk';
import { isoTime, type DbTime } from '../rows';
import type { Row } from '../tables';

export interface ListedInventory {
  inventory: Row<'inventories'> & {
    id: string;
    content_hash: string;
    listed_at: string;
  };
  /** Made only if they are written. */
  packages: () => Row<'packages'>[];
}

interface KnownInventory {
  id: string;
  content_hash: string;
  listed_at: DbTime;
}

/**
 * Replaces inventories by newer ones of the same source and artifact. Packages
 * are written only if they changed; an older list changes nothing.
 */
export async function saveInventories(
  knex: Knex,
  listed: ListedInventory[],
): Promise<void> {
  if (listed.length === 0) return;
  const ids = listed.map(({ inventory }) => inventory.id);
  const rows: KnownInventory[] = await knex('inventories')
    .whereIn('id', textSet(knex, ids))
    .select('id', 'content_hash', 'listed_at');
  const known = new Map(rows.map(row => [row.id, row]));
  const newer = listed.filter(({ inventory }) => {
    const stored = known.get(inventory.id);
    return !stored || isoTime(stored.listed_at) <= inventory.listed_at;
  });
  const changed = newer.filter(
    ({ inventory }) =>
      known.get(inventory.id)?.content_hash !== inventory.content_hash,
  );
  await upsertRows(
    knex,
    'inventories',
    newer.map(({ inventory }) => inventory),
    {
      key: ['id'],
      merge: {
        report_id: 'excluded.report_id',
        content_hash: 'excluded.content_hash',
        total: 'excluded.total',
        notable: 'excluded.notable',
        of_system: 'excluded.of_system',
        of_languages: 'excluded.of_languages',
        listed_at: 'excluded.listed_at',
      },
    },
  );
  if (changed.length === 0) return;
  const replaced = changed.map(({ inventory }) => inventory.id);
  await knex('packages')
    .whereIn('inventory_id', textSet(knex, replaced))
    .delete();
  await upsertRows(
    knex,
    'packages',
    changed.flatMap(({ packages }) => packages()),
    { key: ['inventory_id', 'position'] },
  );
}
