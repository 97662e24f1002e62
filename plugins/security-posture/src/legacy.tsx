/**
 * The Security tab and overview card for apps of the legacy frontend system.
 *
 * @packageDocumentation
 */
import type { Entity } from '@backstage/catalog-model';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import type { JSX } from 'react';
import { SecurityPostureClient } from 'backstage-plugin-security-posture-common';
import { securityPostureApiRef } from './api';
import { entityContentRouteRef } from './routes';

export { securityPostureApiRef } from './api';
export { securityPostureTranslationRef } from './translation';

/**
 * The plugin for the legacy frontend system; it brings the client.
 *
 * @public
 */
export const securityPosturePlugin = createPlugin({
  id: 'security-posture',
  apis: [
    createApiFactory({
      api: securityPostureApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new SecurityPostureClient(deps),
    }),
  ],
  routes: { entityContent: entityContentRouteRef },
});

/**
 * The content of the Security tab of an entity page.
 *
 * @public
 */
export const EntitySecurityContent: () => JSX.Element =
  securityPosturePlugin.provide(
    createRoutableExtension({
      name: 'EntitySecurityContent',
      component: () =>
        import('./components/EntitySecurityContent').then(
          m => m.EntitySecurityContent,
        ),
      mountPoint: entityContentRouteRef,
    }),
  );

/**
 * The security posture in a few lines, for the overview of an entity page.
 *
 * @public
 */
export const EntitySecurityCard: () => JSX.Element =
  securityPosturePlugin.provide(
    createComponentExtension({
      name: 'EntitySecurityCard',
      component: {
        lazy: () =>
          import('./components/EntitySecurityCard').then(
            m => m.EntitySecurityCard,
          ),
      },
    }),
  );

/**
 * Whether an entity has a security posture: every component does.
 *
 * @public
 */
export function isSecurityAvailable(entity: Entity): boolean {
  return entity.kind.toLowerCase() === 'component';
}
