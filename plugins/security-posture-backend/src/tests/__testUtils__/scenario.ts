import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import request from 'supertest';
import securityPosturePlugin from '../..';

const component = (
  name: string,
  annotations: Record<string, string> = {},
  owner = 'group:default/payments',
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', annotations },
  spec: { type: 'service', lifecycle: 'production', owner },
  relations: [{ type: 'ownedBy', targetRef: owner }],
});

export const entities: Entity[] = [
  component('shop', {
    'security-posture.io/images': 'ghcr.io/acme/shop',
    'security-posture.io/workloads': 'prod/shop/*/shop',
  }),
  component('cart', { 'backstage.io/kubernetes-namespace': 'cart' }),
  component('quiet'),
  component('orphan', {}, 'group:default/nobody'),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      name: 'payments',
      namespace: 'default',
      links: [
        { url: 'https://chat.acme.example/pay', title: '#pay', type: 'chat' },
      ],
    },
    spec: {
      type: 'team',
      children: [],
      profile: { displayName: 'Payments', email: 'payments@acme.example' },
    },
  },
];

export const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
});

export interface StartOptions {
  knex: Knex;
  config?: object;
  permissions?: { factory: any };
  entities?: Entity[];
  /** In place of a catalog that shows the entities to everybody. */
  catalog?: { factory: any };
}

/** The plugin in a test backend, with an HTTP client for a machine and for a person. */
export async function start(options: StartOptions) {
  const { knex, config = {}, permissions } = options;
  const { server } = await startTestBackend({
    features: [
      securityPosturePlugin,
      options.catalog?.factory ??
        catalogServiceMock.factory({ entities: options.entities ?? entities }),
      mockServices.database.mock({ getClient: async () => knex }).factory,
      mockServices.rootConfig.factory({ data: config }),
      permissions?.factory ??
        mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
    ],
  });
  const base = '/api/security-posture';
  return {
    server,
    send: (body: object | string | Buffer, query: object = {}) =>
      request(server)
        .post(`${base}/v1/reports`)
        .query(query)
        .set('Authorization', mockCredentials.service.header())
        .set('Content-Type', 'application/json')
        .serialize(part => part as never)
        .send(
          typeof body === 'string' || Buffer.isBuffer(body)
            ? body
            : JSON.stringify(body),
        ),
    read: (name: string, list: string, query: object = {}) =>
      request(server)
        .get(`${base}/v1/entities/component/default/${name}/${list}`)
        .query(query),
    post: (path: string, body: object, query: object = {}) =>
      request(server)
        .post(`${base}${path}`)
        .query(query)
        .set('Authorization', mockCredentials.service.header())
        .send(body),
    raw: () => request(server),
  };
}

export async function initDatabase(id: TestDatabaseId): Promise<Knex> {
  return databases.init(id);
}
