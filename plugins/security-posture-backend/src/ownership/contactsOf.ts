import type { Entity } from '@backstage/catalog-model';
import type { Owner } from 'backstage-plugin-security-posture-common';
import { readLink } from 'backstage-plugin-security-posture-node';

/** Who an owner is and how they are reached, from their entity. */
export function contactsOf(owner: Entity) {
  return {
    name: nameOf(owner),
    email: profileOf(owner).email,
    chat: chatOf(owner),
    onCall: linkOf(owner, /on-?call|pager/i),
  };
}

export function nameOf(entity: Entity): string {
  return (
    profileOf(entity).displayName ??
    entity.metadata.title ??
    entity.metadata.name
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
