import { renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  coreExtensionData,
  createExtension,
  createExtensionInput,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { RouterBlueprint } from '@backstage/plugin-app-react';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation } from 'react-router-dom';
import plugin from '../../src';

let current = '';

/** The path and search of the page that is shown. */
export function currentUrl(): string {
  return current;
}

function Watch({ children }: { children: ReactNode }) {
  const { pathname, search } = useLocation();
  current = pathname + search;
  return <>{children}</>;
}

/** The page alone: the app's own frame is not under test. */
const bareLayout = createExtension({
  name: 'layout',
  attachTo: { id: 'app/root', input: 'children' },
  inputs: {
    nav: createExtensionInput([coreExtensionData.reactElement]),
    content: createExtensionInput([coreExtensionData.reactElement], {
      singleton: true,
    }),
  },
  output: [coreExtensionData.reactElement],
  factory: ({ inputs }) => [
    coreExtensionData.reactElement(
      inputs.content.get(coreExtensionData.reactElement),
    ),
  ],
});

const entities = ['shop', 'cart'].map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: { type: 'service' },
}));

/** The catalog's own entity page with our extensions, at a path below it. */
export function renderEntityPage(path = 'security', name = 'shop') {
  const route = `/catalog/default/component/${name}/${path}`;
  const watchedRouter = createFrontendModule({
    pluginId: 'app',
    extensions: [
      bareLayout,
      RouterBlueprint.make({
        params: {
          component: ({ children }) => (
            <MemoryRouter
              initialEntries={[route]}
              future={{
                v7_relativeSplatPath: false,
                v7_startTransition: false,
              }}
            >
              <Watch>{children}</Watch>
            </MemoryRouter>
          ),
        },
      }),
    ],
  });
  return renderTestApp({
    features: [catalogPlugin, plugin, watchedRouter],
    apis: [catalogApiMock({ entities })],
  });
}
