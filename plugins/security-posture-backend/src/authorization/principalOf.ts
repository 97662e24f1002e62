import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * Who calls: the entity reference of a user, the subject of a machine. The name
 * goes into trails and keys caches; it grants nothing.
 */
export function principalOf({ principal }: BackstageCredentials): string {
  if (typeof principal !== 'object' || principal === null) return 'unknown';
  if ('userEntityRef' in principal) return String(principal.userEntityRef);
  return 'subject' in principal ? String(principal.subject) : 'unknown';
}
