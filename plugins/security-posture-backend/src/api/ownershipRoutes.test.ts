import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ownershipSummarySchema,
  ownershipWorkloadsPageSchema,
  unmappedPageSchema,
} from 'backstage-plugin-security-posture-common';
import { postureConditions } from '..';
import {
  entities,
  listOf,
  manifest,
} from '../ownership/__testUtils__/ownershipWorld';
import {
  databases,
  initDatabase,
  start,
} from '../tests/__testUtils__/scenario';

jest.setTimeout(120_000);

const { ALLOW, DENY, CONDITIONAL } = AuthorizeResult;
const base = '/api/security-posture/v1/ownership';

/** Whether a caller may see what is unmapped, and of which owners the components. */
function permissions(seesUnmapped: boolean, owners: string[] | 'all' = 'all') {
  return mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission }) => ({
        result:
          permission.name === 'security-posture.ownership.read' && !seesUnmapped
            ? DENY
            : ALLOW,
      })),
    authorizeConditional: async requests =>
      requests.map(({ permission }) => {
        if (permission.name === 'catalog.entity.read' || owners === 'all') {
          return { result: ALLOW };
        }
        return owners.length === 0
          ? { result: DENY }
          : {
              result: CONDITIONAL,
              pluginId: 'security-posture',
              resourceType: 'security-posture',
              conditions: postureConditions.isComponentOwner({
                claims: owners,
              }),
            };
      }),
  });
}

describe.each(databases.eachSupportedId())('routes of ownership, %p', id => {
  async function ready(...access: Parameters<typeof permissions>) {
    const plugin = await start({
      knex: await initDatabase(id),
      entities,
      permissions: permissions(...access),
    });
    const sent = await plugin.send(
      listOf(manifest('shop-web'), manifest('cart'), manifest('stranger')),
      { cluster: 'prod' },
    );
    expect(sent.status).toBe(200);
    return {
      ...plugin,
      get: (path: string, query: object = {}) =>
        plugin.raw().get(`${base}${path}`).query(query),
    };
  }

  it('sums up and lists', async () => {
    const { get } = await ready(true);
    const summary = ownershipSummarySchema.parse((await get('')).body);
    expect(summary.coverage).toMatchObject({
      total: 3,
      share: 0,
      outcomes: { missing: 2, unmapped: 1 },
    });
    expect(summary.unmapped?.kinds).toMatchObject({ workload: 1 });
    const page = ownershipWorkloadsPageSchema.parse(
      (await get('/workloads', { outcome: 'missing', limit: 1 })).body,
    );
    expect(page.items).toEqual([
      expect.objectContaining({
        entityRefs: ['component:default/cart'],
        owner: { entityRef: 'group:default/checkout', name: 'checkout' },
        repair: {
          patch: expect.stringContaining('a8r.io/owner: "checkout"'),
          kubectl:
            'kubectl annotate --namespace=shop deployment.apps/cart a8r.io/owner=checkout',
        },
      }),
    ]);
    expect(page.totalItems).toBe(2);
  });

  it('lists what is unmapped', async () => {
    const { get } = await ready(true);
    const page = unmappedPageSchema.parse(
      (await get('/unmapped', { kind: 'workload' })).body,
    );
    expect(page.items.map(({ claim }) => claim?.value)).toEqual([
      'prod/shop/Deployment/stranger',
    ]);
  });

  it('hands out repairs as files', async () => {
    const { get } = await ready(true);
    const yaml = await get('/repair', { namespace: 'shop' });
    expect(yaml.status).toBe(200);
    expect(yaml.headers['content-type']).toMatch('application/yaml');
    expect(yaml.headers['content-disposition']).toMatch('owners.yaml');
    const shell = await get('/repair', {
      team: 'group:default/checkout',
      format: 'shell',
    })
      .buffer(true)
      .parse((res, done) => {
        let text = '';
        res.on('data', part => {
          text += part;
        });
        res.on('end', () => done(null, text));
      });
    expect(shell.headers['content-disposition']).toMatch('owners.sh');
    expect(shell.body).toMatch(/^#!\/bin\/sh\nkubectl .*\n$/);
  });

  it.each([
    ['/repair', {}],
    ['/repair', { namespace: 'shop', format: 'perl' }],
    ['/repair', { namespace: 'shop', outcome: 'owned' }],
    ['/workloads', { outcome: 'nice' }],
    ['/workloads', { owner: 'payments' }],
    ['/workloads', { teem: 'x' }],
    ['/unmapped', { kind: 'cat' }],
    ['', { cluster: 'prod' }],
  ])('refuses %s with %j', async (path, query) => {
    const { get } = await ready(true);
    expect((await get(path, query)).status).toBe(400);
  });

  it('shows nothing unmapped to those who may not see it', async () => {
    const { get } = await ready(false);
    expect((await get('/unmapped')).status).toBe(403);
    const { body } = await get('');
    expect(body.coverage.total).toBe(2);
    expect(body).not.toHaveProperty('unmapped');
  });

  it('shows only components that the caller may read', async () => {
    const { get } = await ready(false, ['group:default/checkout']);
    const { body } = await get('/workloads');
    expect(
      body.items.map(
        ({ subject }: { subject: { name: string } }) => subject.name,
      ),
    ).toEqual(['cart']);
  });

  it('shows what is unmapped, without candidates, to those who may read no component', async () => {
    const { get } = await ready(true, []);
    const { body } = await get('/unmapped', { kind: 'workload' });
    expect(body.items).toHaveLength(1);
    expect(body.items[0].candidates).toEqual([]);
  });

  it('turns away those who may see nothing', async () => {
    const { get } = await ready(false, []);
    expect((await get('')).status).toBe(403);
    expect((await get('/workloads')).status).toBe(403);
  });
});
