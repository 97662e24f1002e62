import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { httpRouterServiceFactory } from '@backstage/backend-defaults/httpRouter';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import securityPosturePlugin from '../../src';
import { lineName } from '../ingest/library';

export const token = 'cluster-token-0123456789';

/** The default policy, in force. */
const policy = { mode: 'enforce' };

/** The plugin behind HTTP with real authentication, and a catalog of components. */
export async function startPortal(knex: Knex, components: number) {
  const { server } = await startTestBackend({
    features: [
      securityPosturePlugin,
      catalogServiceMock.factory({ entities: entitiesOf(components) }),
      authServiceFactory,
      httpAuthServiceFactory,
      httpRouterServiceFactory,
      permissionsServiceFactory,
      mockServices.discovery.factory(),
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => ({ getClient: async () => knex }),
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            baseUrl: 'http://localhost:7007',
            auth: {
              externalAccess: [
                {
                  type: 'static',
                  options: { token, subject: 'cluster' },
                  accessRestrictions: [
                    {
                      plugin: 'security-posture',
                      permission: 'security-posture.decision.create',
                    },
                  ],
                },
              ],
            },
          },
          securityPosture: { policy },
        },
      }),
    ],
  });
  return {
    port: server.port(),
    stop: () => new Promise<void>(done => server.close(() => done())),
  };
}

function entitiesOf(components: number): Entity[] {
  return Array.from({ length: components }, (_, number) => {
    const owner = `group:default/team-${number % 200}`;
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: `service-${number}`,
        namespace: 'default',
        annotations: {
          'security-posture.io/images': lineName(number),
          'security-posture.io/workloads': `team-${
            number % 200
          }/service-${number}`,
        },
      },
      spec: { type: 'service', lifecycle: 'production', owner },
      relations: [{ type: 'ownedBy', targetRef: owner }],
    };
  });
}
