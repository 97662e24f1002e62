import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_POSTURE } from 'backstage-plugin-security-posture-common';

/**
 * A component as permission rules see it.
 *
 * @public
 */
export interface PostureResource {
  entityRef: string;
  ownerRefs: string[];
}

/**
 * A permission rule as a filter over components.
 *
 * @public
 */
export interface PostureFilter {
  ownerRefs: string[];
}

export const postureResourceRef = createPermissionResourceRef<
  PostureResource,
  PostureFilter
>().with({
  pluginId: 'security-posture',
  resourceType: RESOURCE_TYPE_POSTURE,
});
