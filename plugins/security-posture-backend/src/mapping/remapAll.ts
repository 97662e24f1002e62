import type { Knex } from 'knex';
import { findSubjects } from '../store/readModels/findMapping';
import type { MappingIndex } from './MappingIndex';
import { mapSubjects } from './mapSubjects';

/** Maps everything stored anew, after the catalog changed. */
export async function remapAll(
  knex: Knex,
  index: MappingIndex,
): Promise<{ added: number; removed: number }> {
  return knex.transaction(async tx =>
    mapSubjects(tx, index, await findSubjects(tx)),
  );
}
