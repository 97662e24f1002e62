import { createApiRef } from '@backstage/frontend-plugin-api';
import type { SecurityPostureApi } from 'backstage-plugin-security-posture-common';

/**
 * The client of the Security Posture backend. Replace its factory to answer
 * from somewhere else.
 *
 * @public
 */
export const securityPostureApiRef = createApiRef<SecurityPostureApi>().with({
  id: 'plugin.security-posture.client',
  pluginId: 'security-posture',
});
