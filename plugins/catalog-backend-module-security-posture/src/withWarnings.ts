import type { Entity } from '@backstage/catalog-model';
import type { AlphaEntity } from '@backstage/catalog-model/alpha';

/** The type of the status items that the processor puts on entities. */
export const STATUS_TYPE = 'security-posture.io/annotations';

/** More help nobody, and the entity is stored with them. */
const MAX_WARNINGS = 20;

/**
 * The entity with warnings in its status, and without those that it brought
 * along. The catalog takes such an entity in; an emitted error would keep the
 * last version without errors, or none.
 */
export function withWarnings(entity: Entity, warnings: string[]): Entity {
  const { status, ...rest }: AlphaEntity = entity;
  const items = status?.items ?? [];
  const others = items.filter(({ type }) => type !== STATUS_TYPE);
  if (warnings.length === 0 && others.length === items.length) return entity;
  const own = shorten(warnings).map(message => ({
    type: STATUS_TYPE,
    level: 'warning' as const,
    message,
  }));
  const warned: AlphaEntity = {
    ...rest,
    status: { ...status, items: [...others, ...own] },
  };
  return warned;
}

function shorten(warnings: string[]): string[] {
  const more = warnings.length - MAX_WARNINGS;
  return more > 0
    ? [...warnings.slice(0, MAX_WARNINGS), `${more} more warnings like these`]
    : warnings;
}
