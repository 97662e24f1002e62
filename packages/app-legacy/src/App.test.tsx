import { registerMswTestHooks } from '@backstage/test-utils';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Posture, Stage } from 'backstage-plugin-security-posture-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import App from './App';

const backend = 'http://localhost:7007';
const api = `${backend}/api`;

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

const neverScanned = (stage: Stage) => ({
  stage,
  state: 'never-scanned' as const,
  freshForHours: 24,
  tools: [],
  skippedElements: 0,
  incompleteReports: 0,
});

const neverJudged = {
  pass: 0,
  warn: 0,
  fail: 0,
  unknown: 3,
  'not-applicable': 0,
};

const verdict = {
  result: 'pass' as const,
  mode: 'enforce' as const,
  violations: 0,
  warnings: 0,
  waived: 0,
};

const posture: Posture = {
  entityRef: 'component:default/shop',
  owner: { state: 'missing' },
  stages: {
    build: neverScanned('build'),
    deploy: neverScanned('deploy'),
    runtime: neverScanned('runtime'),
  },
  risk: {
    grade: '?',
    caps: [{ grade: '?', reason: 'Nothing is known about it.' }],
    coverage: 0,
    estimated: false,
    stages: { build: 0, deploy: 0, runtime: 0 },
    context: [],
    factors: [],
    factorsTotal: 0,
  },
  checks: { build: neverJudged, deploy: neverJudged, runtime: neverJudged },
  verdicts: { build: verdict, admission: verdict },
  topActions: [],
  evaluatedAt: '2026-03-01T12:00:00.000Z',
};

describe('App', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('shows the card and the tab on the entity page', async () => {
    server.use(
      http.get(`${api}/auth/guest/refresh`, () => HttpResponse.json(session)),
      http.get(`${api}/catalog/entities/by-name/component/default/shop`, () =>
        HttpResponse.json(shop),
      ),
      http.get(
        `${api}/security-posture/v1/entities/component/default/shop/posture`,
        () => HttpResponse.json(posture),
      ),
      http.all(`${backend}/*`, () =>
        HttpResponse.json({ items: [], totalItems: 0 }),
      ),
    );
    Reflect.set(process, 'env', {
      NODE_ENV: 'test',
      APP_CONFIG: [
        {
          context: 'test',
          data: { app: { title: 'Test' }, backend: { baseUrl: backend } },
        },
      ],
    });
    window.history.pushState({}, '', '/catalog/default/component/shop');
    render(<App />);

    await userEvent.click(await screen.findByRole('button', { name: 'Enter' }));
    await userEvent.click(await screen.findByText('Open the Security tab'));
    expect(await screen.findByText('Posture')).toBeInTheDocument();
    expect(screen.getByText('Risk not known')).toBeInTheDocument();
    expect(
      await screen.findByText(/v1\/reports\?entityRef=component:default\/shop/),
    ).toBeInTheDocument();
    expect(window.location.pathname).toBe(
      '/catalog/default/component/shop/security',
    );

    await userEvent.click(screen.getByRole('tab', { name: 'Admission' }));
    expect(
      await screen.findByText('No admission decision was ever reported'),
    ).toBeInTheDocument();
    expect(window.location.pathname).toBe(
      '/catalog/default/component/shop/security/admission',
    );
  });
});
