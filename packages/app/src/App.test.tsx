import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import notificationsPlugin from '@backstage/plugin-notifications/alpha';
import searchPlugin from '@backstage/plugin-search/alpha';
import signalsPlugin from '@backstage/plugin-signals/alpha';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import securityPosturePlugin from 'backstage-plugin-security-posture';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import App from './App';

const backend = 'http://localhost:7007';

const session = {
  profile: { displayName: 'Guest' },
  providerInfo: {},
  backstageIdentity: {
    token: 'header.eyJleHAiOjQ4MDAwMDAwMDB9.signature',
    identity: {
      type: 'user',
      userEntityRef: 'user:development/guest',
      ownershipEntityRefs: ['user:development/guest'],
    },
  },
};

const shop = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop', namespace: 'default' },
  spec: { type: 'service' },
};

/** What the bundler and the configuration give the app in a browser. */
function environment() {
  const plugins = [
    catalogPlugin,
    notificationsPlugin,
    searchPlugin,
    signalsPlugin,
    userSettingsPlugin,
    securityPosturePlugin,
  ];
  Reflect.set(window, '__@backstage/discovered__', {
    modules: plugins.map(plugin => ({ name: plugin.id, default: plugin })),
  });
  Reflect.set(process, 'env', {
    NODE_ENV: 'test',
    APP_CONFIG: [
      {
        context: 'test',
        data: {
          app: { title: 'Test', packages: 'all' },
          backend: { baseUrl: backend },
        },
      },
    ],
  });
}

describe('App', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('lets a guest in, to the Security tab of a component', async () => {
    environment();
    server.use(
      http.get(`${backend}/api/auth/guest/refresh`, () =>
        HttpResponse.json(session),
      ),
      http.get(
        `${backend}/api/catalog/entities/by-name/component/default/shop`,
        () => HttpResponse.json(shop),
      ),
      http.get(`${backend}/api/security-posture/*`, () =>
        HttpResponse.json({ error: { name: 'Error' } }, { status: 403 }),
      ),
      http.all(`${backend}/*`, () => HttpResponse.json({ items: [] })),
    );
    window.history.pushState({}, '', '/catalog/default/component/shop');
    render(App.createRoot());
    await userEvent.click(await screen.findByRole('button', { name: 'Enter' }));

    const nav = within(
      await screen.findByRole('navigation', { name: 'sidebar nav' }),
    );
    expect(nav.getByLabelText('Home')).toBeInTheDocument();
    expect(nav.getByText('Catalog')).toBeInTheDocument();
    expect(nav.getByText('Notifications')).toBeInTheDocument();
    expect(nav.getByText('Settings')).toBeInTheDocument();

    await userEvent.click(await screen.findByText('Security'));
    expect(
      await screen.findByText(/You may not see the security posture/),
    ).toBeInTheDocument();
  });
});
