import type { Entity } from '@backstage/catalog-model';
import { z } from 'zod';

const schema = z.record(z.string(), z.string());

/**
 * The annotations of an entity, which may not be validated yet.
 *
 * @returns undefined if they are no map of texts: the catalog refuses the entity
 */
export function annotationsOf(
  entity: Entity,
): ReadonlyMap<string, string> | undefined {
  const { data } = schema.safeParse(entity.metadata.annotations ?? {});
  return data && new Map(Object.entries(data));
}
