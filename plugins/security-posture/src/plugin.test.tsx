import {
  createExtensionTester,
  renderInTestApp,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { failingStages, postureOf } from '../dev/data/posture';
import plugin, { securityPostureApiRef } from '.';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', namespace: 'default' },
  spec: { type: 'service' },
};
const nothing = async () => ({ items: [], totalItems: 0 });
const api = {
  getPosture: async () => postureOf('shop', failingStages),
  listFindings: nothing,
  listDecisions: nothing,
  listAlerts: nothing,
  getHistory: async () => ({ items: [] }),
};

describe('securityPosturePlugin', () => {
  it('has a tab and a card for components', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity }),
        plugin.getExtension('entity-content:security-posture'),
        plugin.getExtension('entity-card:security-posture'),
      ],
      apis: [[securityPostureApiRef, api]],
    });
    expect(await screen.findByText('Posture')).toBeInTheDocument();
    expect(screen.getByText('Security')).toBeInTheDocument();
  });

  it('has neither for anything else', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: { ...entity, kind: 'API' } }),
        plugin.getExtension('entity-content:security-posture'),
        plugin.getExtension('entity-card:security-posture'),
      ],
      apis: [[securityPostureApiRef, api]],
    });
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
  });

  it('has a card that does without the tab', async () => {
    const card = createExtensionTester(
      plugin.getExtension('entity-card:security-posture'),
      { apis: [[securityPostureApiRef, api]] },
    );
    renderInTestApp(
      <EntityProvider entity={entity}>{card.reactElement()}</EntityProvider>,
      {
        apis: [[securityPostureApiRef, api]],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
    expect((await screen.findAllByText('Failing')).length).toBeGreaterThan(0);
    expect(screen.queryByText('Open the Security tab')).not.toBeInTheDocument();
  });
});
