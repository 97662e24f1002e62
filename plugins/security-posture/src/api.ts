import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  ExceptionsApi,
  SecurityPostureApi,
} from 'backstage-plugin-security-posture-common';

/**
 * The client of the Security Posture backend. Replace its factory to answer
 * from somewhere else.
 *
 * @public
 */
export const securityPostureApiRef = createApiRef<
  SecurityPostureApi & Pick<ExceptionsApi, 'getException'>
>().with({
  id: 'plugin.security-posture.client',
  pluginId: 'security-posture',
});
