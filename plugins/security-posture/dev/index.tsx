/**
 * The plugin alone, without a backend: every component of the catalog is one
 * state of the Security tab. Start it with `yarn start`.
 */
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import securityPosturePlugin, { securityPostureApiRef } from '../src';
import { ExampleSecurityPostureApi } from './ExampleSecurityPostureApi';
import { exampleEntities } from './catalog';

const exampleCatalog = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: catalogApiRef,
          deps: {},
          factory: () =>
            new InMemoryCatalogClient({ entities: exampleEntities }),
        }),
    }),
  ],
});

const examplePosture = createFrontendModule({
  pluginId: 'security-posture',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: securityPostureApiRef,
          deps: {},
          factory: () => new ExampleSecurityPostureApi(),
        }),
    }),
  ],
});

createDevApp({
  features: [
    catalogPlugin,
    exampleCatalog,
    securityPosturePlugin,
    examplePosture,
  ],
});
