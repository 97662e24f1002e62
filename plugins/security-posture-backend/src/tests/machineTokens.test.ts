import { startTestBackend, mockServices } from '@backstage/backend-test-utils';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { httpRouterServiceFactory } from '@backstage/backend-defaults/httpRouter';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import securityPosturePlugin from '..';
import { falcoEvents, policyReport, trivyScan } from './__testUtils__/reports';
import { entities } from './__testUtils__/scenario';

jest.setTimeout(60_000);

const machine = (subject: string, permission: string) => ({
  type: 'static',
  options: { token: `${subject}-token-0123456789`, subject },
  accessRestrictions: [{ plugin: 'security-posture', permission }],
});

async function startWithTokens() {
  const { server } = await startTestBackend({
    features: [
      securityPosturePlugin,
      catalogServiceMock.factory({ entities }),
      authServiceFactory,
      httpAuthServiceFactory,
      httpRouterServiceFactory,
      permissionsServiceFactory,
      mockServices.discovery.factory(),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            baseUrl: 'http://localhost:7007',
            database: { client: 'better-sqlite3', connection: ':memory:' },
            auth: {
              externalAccess: [
                machine('ci', 'security-posture.report.create'),
                machine('cluster', 'security-posture.decision.create'),
                machine('sensor', 'security-posture.alert.create'),
                {
                  ...machine('other', ''),
                  accessRestrictions: [{ plugin: 'catalog' }],
                },
              ],
            },
          },
        },
      }),
    ],
  });
  return (subject: string | undefined, body: string) => {
    const post = request(server)
      .post('/api/security-posture/v1/reports')
      .set('Content-Type', 'application/json')
      .serialize(part => part as never);
    if (subject)
      post.set('Authorization', `Bearer ${subject}-token-0123456789`);
    return post.send(body);
  };
}

describe('machine tokens', () => {
  it('let each machine send the reports of its stage and nothing else', async () => {
    const send = await startWithTokens();
    const bodies = {
      build: JSON.stringify(trivyScan([])),
      deploy: JSON.stringify(policyReport([['a', 'pass']])),
      runtime: falcoEvents(['2026-11-20T10:00:00Z']),
    };
    const statuses: Record<string, number[]> = {};
    for (const sender of ['ci', 'cluster', 'sensor', 'other', 'unknown']) {
      statuses[sender] = [];
      for (const body of Object.values(bodies)) {
        statuses[sender].push((await send(sender, body)).status);
      }
    }
    expect(statuses).toEqual({
      ci: [200, 403, 403],
      cluster: [403, 200, 403],
      sensor: [403, 403, 200],
      other: [403, 403, 403],
      unknown: [401, 401, 401],
    });
    expect((await send(undefined, bodies.build)).status).toBe(401);
  });

  it('do not read the posture', async () => {
    const { server } = await startTestBackend({
      features: [
        securityPosturePlugin,
        catalogServiceMock.factory({ entities }),
        authServiceFactory,
        httpAuthServiceFactory,
        httpRouterServiceFactory,
        permissionsServiceFactory,
        mockServices.discovery.factory(),
        mockServices.rootConfig.factory({
          data: {
            backend: {
              baseUrl: 'http://localhost:7007',
              database: { client: 'better-sqlite3', connection: ':memory:' },
              auth: {
                externalAccess: [
                  machine('ci', 'security-posture.report.create'),
                ],
              },
            },
          },
        }),
      ],
    });
    const { status } = await request(server)
      .get('/api/security-posture/v1/entities/component/default/shop/posture')
      .set('Authorization', 'Bearer ci-token-0123456789');
    expect(status).toBe(403);
  });
});
