import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import SecurityIcon from '@material-ui/icons/Security';
import { SecurityPostureClient } from 'backstage-plugin-security-posture-common';
import { securityPostureApiRef } from './api';
import { entityContentRouteRef } from './routes';

const client = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: securityPostureApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new SecurityPostureClient(deps),
    }),
});

// No group: a tab of its own, named Security, whatever else the page holds.
const entityContent = EntityContentBlueprint.make({
  params: {
    path: '/security',
    title: 'Security',
    icon: <SecurityIcon fontSize="inherit" />,
    routeRef: entityContentRouteRef,
    filter: { kind: 'component' },
    loader: () =>
      import('./components/EntitySecurityContent').then(
        ({ EntitySecurityContent }) => <EntitySecurityContent />,
      ),
  },
});

const entityCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: { kind: 'component' },
    loader: () =>
      import('./components/EntitySecurityCard').then(
        ({ EntitySecurityCard }) => <EntitySecurityCard />,
      ),
  },
});

/**
 * The Security tab, the overview card and the client, for the new frontend
 * system.
 *
 * @public
 */
export const securityPosturePlugin = createFrontendPlugin({
  pluginId: 'security-posture',
  title: 'Security',
  icon: <SecurityIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  extensions: [client, entityContent, entityCard],
  routes: { entityContent: entityContentRouteRef },
});
