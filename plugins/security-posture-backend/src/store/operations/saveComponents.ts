import type { Knex } from 'knex';
import { textSet, upsertRows } from '../bulk';
import type { Row } from '../tables';

/** Keeps a copy of the catalog's components; those that are gone go. */
export async function saveComponents(
  tx: Knex,
  components: Row<'components'>[],
): Promise<void> {
  await upsertRows(tx, 'components', components, {
    key: ['entity_ref'],
    merge: {
      owner_ref: 'excluded.owner_ref',
      system_ref: 'excluded.system_ref',
      type: 'excluded.type',
      lifecycle: 'excluded.lifecycle',
      tags: 'excluded.tags',
      tier: 'excluded.tier',
      dependents: 'excluded.dependents',
      source_repository: 'excluded.source_repository',
    },
  });
  await tx('components')
    .whereNotIn(
      'entity_ref',
      textSet(
        tx,
        components.flatMap(row => row.entity_ref ?? []),
      ),
    )
    .delete();
}
