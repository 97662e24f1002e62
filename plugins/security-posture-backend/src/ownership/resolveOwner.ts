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
import { readLink } from 'backstage-plugin-security-posture-node';

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
    name: nameOf(owner),
    email: profileOf(owner).email,
    chat: chatOf(owner),
    onCall: linkOf(owner, /on-?call|pager/i),
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

function profileOf(entity: Entity): { displayName?: string; email?: string } {
  const profile = entity.spec?.profile;
  if (
    typeof profile !== 'object' ||
    profile === null ||
    Array.isArray(profile)
  ) {
    return {};
  }
  const { displayName, email } = profile;
  return {
    displayName: typeof displayName === 'string' ? displayName : undefined,
    email:
      typeof email === 'string' && /^[^\s@]+@[^\s@]+$/.test(email)
        ? email
        : undefined,
  };
}

function nameOf(entity: Entity): string {
  return (
    profileOf(entity).displayName ??
    entity.metadata.title ??
    entity.metadata.name
  );
}

function linkOf(entity: Entity, pattern: RegExp) {
  for (const { url, title, type, icon } of entity.metadata.links ?? []) {
    const href = readLink(url);
    if (href && [type, icon, title].some(text => text && pattern.test(text))) {
      return { title: title ?? href, url: href };
    }
  }
  return undefined;
}

function chatOf(entity: Entity): Owner['chat'] {
  const link = linkOf(entity, /chat|slack|teams|mattermost|discord/i);
  if (link) return link;
  const channel =
    entity.metadata.annotations?.['slack.com/channel'] ??
    entity.metadata.annotations?.['a8r.io/chat'];
  return channel ? { title: channel, url: readLink(channel) } : undefined;
}
