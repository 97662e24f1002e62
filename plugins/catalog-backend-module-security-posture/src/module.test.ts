import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import request from 'supertest';
import catalogModuleSecurityPosture from '.';

jest.setTimeout(60_000);

const IMAGES = 'security-posture.io/images';
const here = 'url:https://example.com/catalog-info.yaml';

const component = (
  name: string,
  annotations: Record<string, string>,
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    annotations: {
      [ANNOTATION_LOCATION]: here,
      [ANNOTATION_ORIGIN_LOCATION]: here,
      ...annotations,
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
});

const provide = (...entities: Entity[]) =>
  createBackendModule({
    pluginId: 'catalog',
    moduleId: 'test-entities',
    register(env) {
      env.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.addEntityProvider({
            getProviderName: () => 'test-entities',
            connect: connection =>
              connection.applyMutation({
                type: 'full',
                entities: entities.map(entity => ({ entity })),
              }),
          });
        },
      });
    },
  });

/** Security Posture as far as the module knows it. */
const answerClaims = (answer: JsonObject, asked: string[]) =>
  createBackendPlugin({
    pluginId: 'security-posture',
    register(env) {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ httpAuth, httpRouter }) {
          httpRouter.use(async (req, res) => {
            const { principal } = await httpAuth.credentials(req, {
              allow: ['service'],
            });
            asked.push(`${principal.subject} ${req.path}`);
            res.json(answer);
          });
        },
      });
    },
  });

const start = (copy: JsonObject[], ...features: ReturnType<typeof provide>[]) =>
  startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleSecurityPosture,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            baseUrl: 'http://localhost:0',
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          catalog: {
            processingInterval: { seconds: 1 },
            processors: { securityPosture: { copy } },
          },
        },
      }),
      ...features,
    ],
  });

type Started = Awaited<ReturnType<typeof start>>;

/** The entity as the catalog serves it, once it fits. */
async function entityOf(
  { server }: Started,
  name: string,
  fits: (entity: {
    status?: { items: { message: string }[] };
  }) => boolean = () => true,
) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const { status, body } = await request(server).get(
      `/api/catalog/entities/by-name/component/default/${name}`,
    );
    if (status === 200 && fits(body)) return body;
    if (Date.now() > deadline) {
      throw new Error(`'${name}' did not appear: ${JSON.stringify(body)}`);
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

describe('the module in a catalog', () => {
  it('takes entities in with their warnings and what was copied', async () => {
    const backend = await start(
      [{ to: IMAGES, template: 'ghcr.io/acme/{{ metadata.name }}' }],
      provide(
        component('wrong', { [IMAGES]: 'ghcr.io/acme/shop:1.2' }),
        component('copied', {}),
      ),
    );
    const wrong = await entityOf(backend, 'wrong');
    expect(wrong.status.items).toEqual([
      {
        type: 'security-posture.io/annotations',
        level: 'warning',
        message:
          'security-posture.io/images: "ghcr.io/acme/shop:1.2" has a tag. Right is, for example, ghcr.io/acme/shop',
      },
    ]);
    expect(wrong.relations).toEqual([
      { type: 'ownedBy', targetRef: 'group:default/payments' },
    ]);
    const copied = await entityOf(backend, 'copied');
    expect(copied.metadata.annotations[IMAGES]).toBe('ghcr.io/acme/copied');
    expect(copied.status).toBeUndefined();
  });

  it('warns of what matches nothing, and asks once', async () => {
    const asked: string[] = [];
    const unmatched = [`${IMAGES}=ghcr.io/acme/shopp`];
    const backend = await start(
      [],
      provide(component('shop', { [IMAGES]: 'ghcr.io/acme/shopp' })),
      answerClaims({ unmatched }, asked),
    );
    const shop = await entityOf(backend, 'shop', ({ status }) =>
      Boolean(status?.items.length),
    );
    expect(shop.status.items).toEqual([
      {
        type: 'security-posture.io/annotations',
        level: 'warning',
        message:
          'security-posture.io/images: "ghcr.io/acme/shopp" matches no image that Security Posture has a report of',
      },
    ]);
    await new Promise(resolve => setTimeout(resolve, 3_500));
    expect(asked).toEqual(['plugin:catalog /v1/claims/component/default/shop']);
    expect((await entityOf(backend, 'shop')).status).toEqual(shop.status);
  });

  it('does not start with a template that cannot be read', async () => {
    await expect(
      start([{ to: IMAGES, template: '{{ __proto__.x }}' }]),
    ).rejects.toThrow(
      "catalog.processors.securityPosture.copy[0].template: '__proto__.x' is no field of an entity",
    );
  });
});
