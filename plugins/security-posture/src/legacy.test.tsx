import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { failingStages, postureOf } from '../dev/data/posture';
import {
  EntitySecurityCard,
  EntitySecurityContent,
  isSecurityAvailable,
  securityPostureApiRef,
  securityPosturePlugin,
} from './legacy';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', namespace: 'default' },
};
const nothing = async () => ({ items: [], totalItems: 0 });
const api = {
  getPosture: async () => postureOf('shop', failingStages),
  listFindings: nothing,
  listDecisions: nothing,
  listAlerts: nothing,
  getHistory: async () => ({ items: [] }),
};

describe('legacy extensions', () => {
  it('render in an app of the legacy frontend system', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[securityPostureApiRef, api]]}>
        <EntityProvider entity={entity}>
          <EntitySecurityCard />
          <Routes>
            <Route path="/security/*" element={<EntitySecurityContent />} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
      {
        routeEntries: ['/security/findings'],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
    expect(await screen.findByText('Posture')).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'Findings 102' })).toHaveAttribute(
      'href',
      '/security/findings',
    );
    expect(await screen.findByText('Open the Security tab')).toHaveAttribute(
      'href',
      '/security',
    );
  });

  it('bring their own client', () => {
    const [factory] = [...securityPosturePlugin.getApis()];
    expect(factory.api.id).toBe('plugin.security-posture.client');
  });

  it('are for components', () => {
    expect(isSecurityAvailable(entity)).toBe(true);
    expect(isSecurityAvailable({ ...entity, kind: 'API' })).toBe(false);
  });
});
