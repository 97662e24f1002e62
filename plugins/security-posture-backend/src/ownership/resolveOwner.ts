import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  DEFAULT_NAMESPACE,
  RELATION_CHILD_OF,
  RELATION_OWNED_BY,
  stringifyEntityRef,
  parseEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Owner } from 'backstage-plugin-security-posture-common';
import { contactsOf, nameOf } from './contactsOf';

/**
 * Who owns the component, with ways to reach them, as the catalog shows it to
 * the caller.
 */
export async function resolveOwner(
  catalog: CatalogService,
  entity: Entity,
  credentials: BackstageCredentials,
): Promise<Owner> {
  const ownerRef = ownerRefOf(entity);
  if (!ownerRef) return { state: 'missing' };
  const owner = await catalog.getEntityByRef(ownerRef, { credentials });
  if (!owner) {
    return {
      state: 'unresolvable',
      entityRef: ownerRef,
      name: parseEntityRef(ownerRef).name,
    };
  }
  const parentRef = owner.relations?.find(
    ({ type }) => type === RELATION_CHILD_OF,
  )?.targetRef;
  const parent = parentRef
    ? await catalog.getEntityByRef(parentRef, { credentials })
    : undefined;
  return {
    state: 'owned',
    entityRef: stringifyEntityRef(owner),
    ...contactsOf(owner),
    parent: parent && {
      entityRef: stringifyEntityRef(parent),
      name: nameOf(parent),
    },
  };
}

/** The owner that the entity names; the relation wins, the field is its source. */
function ownerRefOf(entity: Entity): string | undefined {
  const related = entity.relations?.find(
    ({ type }) => type === RELATION_OWNED_BY,
  )?.targetRef;
  const named = entity.spec?.owner;
  if (related || typeof named !== 'string' || named === '') return related;
  return stringifyEntityRef(
    parseEntityRef(named, {
      defaultKind: 'group',
      defaultNamespace: entity.metadata.namespace ?? DEFAULT_NAMESPACE,
    }),
  );
}
