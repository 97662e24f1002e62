import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { postureResourceRef } from './postureResource';

/** Allows the posture of components that one of the claims owns. */
export const isComponentOwner = createPermissionRule({
  name: 'IS_COMPONENT_OWNER',
  description: 'Allow if the component is owned by one of the claims',
  resourceRef: postureResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity references of a user and their groups'),
  }),
  apply: ({ ownerRefs }, { claims }) =>
    ownerRefs.some(owner => claims.includes(owner)),
  toQuery: ({ claims }) => ({ ownerRefs: claims }),
});
