import { createRouteRef } from '@backstage/core-plugin-api';

/** The Security tab of an entity. A ref of core-plugin-api works in both frontend systems. */
export const entityContentRouteRef = createRouteRef({
  id: 'security-posture.entity-content',
});
