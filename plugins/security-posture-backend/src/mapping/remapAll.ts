import type { Knex } from 'knex';
import { inTransaction } from '../store/inTransaction';
import { saveComponents } from '../store/operations/saveComponents';
import { findSubjects } from '../store/readModels/findMapping';
import type { MappingIndex } from './MappingIndex';
import { mapSubjects } from './mapSubjects';

/** Maps everything stored anew, after the catalog changed. */
export async function remapAll(
  knex: Knex,
  index: MappingIndex,
): Promise<{ added: number; removed: number }> {
  return inTransaction(knex, async tx => {
    await saveComponents(
      tx,
      [...index.components.values()].map(component => ({
        entity_ref: component.entityRef,
        owner_ref: component.ownerRef,
        system_ref: component.systemRef,
        type: component.type,
        lifecycle: component.lifecycle,
        tags: JSON.stringify(component.tags),
        tier: component.tier,
        dependents: component.dependents,
        source_repository: component.sourceRepository,
      })),
    );
    return mapSubjects(tx, index, await findSubjects(tx));
  });
}
