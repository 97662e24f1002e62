import type { Knex } from 'knex';
import { z } from 'zod';
import type { ComponentIdentity } from '../../../model/facts';
import { textSet } from '../../bulk';
import { present } from '../../rows';

interface Columns {
  entity_ref: string;
  type: string | null;
  lifecycle: string | null;
  owner_ref: string | null;
  system_ref: string | null;
  tags: string | null;
  tier: number | null;
  dependents: number | null;
  source_repository: string | null;
}

const tags = z.array(z.string()).catch([]);

/** What the catalog said last of these components. One that it does not know has its name alone. */
export async function findComponentIdentities(
  knex: Knex,
  entityRefs: string[],
): Promise<Map<string, ComponentIdentity>> {
  const rows: Columns[] = await knex('components')
    .whereIn('entity_ref', textSet(knex, entityRefs))
    .select('*');
  const identities = new Map(
    entityRefs.map((entityRef): [string, ComponentIdentity] => [
      entityRef,
      { entityRef, tags: [] },
    ]),
  );
  for (const row of rows) {
    identities.set(row.entity_ref, {
      entityRef: row.entity_ref,
      type: present(row.type),
      lifecycle: present(row.lifecycle),
      ownerRef: present(row.owner_ref),
      systemRef: present(row.system_ref),
      tags: row.tags === null ? [] : tags.parse(JSON.parse(row.tags)),
      tier: present(row.tier),
      dependents: present(row.dependents),
      sourceRepository: present(row.source_repository),
    });
  }
  return identities;
}
