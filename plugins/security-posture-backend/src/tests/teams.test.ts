import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  RELATION_OWNED_BY,
  RELATION_PARENT_OF,
  type Entity,
} from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { teamPostureSchema } from 'backstage-plugin-security-posture-common';
import { postureConditions } from '..';
import { CatalogIndex, remapAll } from '../mapping';
import { trivyScan } from './__testUtils__/reports';
import { databases, initDatabase, start } from './__testUtils__/scenario';
import { trivyJars } from './__testUtils__/toolReports';

jest.setTimeout(60_000);

const at = () => new Date().toISOString();

const component = (name: string, owner: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    annotations: { 'security-posture.io/images': `ghcr.io/acme/${name}` },
  },
  spec: { type: 'service', lifecycle: 'production', owner },
  relations: [{ type: RELATION_OWNED_BY, targetRef: `group:default/${owner}` }],
});

const group = (name: string, children: string[] = []): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: { type: 'team', children },
  relations: children.map(child => ({
    type: RELATION_PARENT_OF,
    targetRef: `group:default/${child}`,
  })),
});

const entities: Entity[] = [
  group('sales', ['checkout', 'search']),
  group('checkout', ['refunds']),
  // The catalog has a circle, by mistake.
  group('refunds', ['sales']),
  group('search'),
  group('other'),
  component('shop', 'sales'),
  component('pay', 'checkout'),
  component('refund', 'refunds'),
  component('find', 'search'),
  component('alien', 'other'),
];

const openssl = {
  id: 'CVE-2026-0001',
  pkg: 'openssl',
  fixed: '1.1',
  severity: 'CRITICAL',
};
const log4j = {
  id: 'CVE-2026-0003',
  pkg: 'org.apache.logging.log4j:log4j-core',
  purl: 'pkg:maven/org.apache.logging.log4j/log4j-core',
  version: '2.14.0',
  fixed: '2.17.1',
  severity: 'CRITICAL',
};
const zlib = { id: 'CVE-2026-0002', pkg: 'zlib', severity: 'LOW' };

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const onlyOf = (...claims: string[]): PolicyDecision => ({
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'security-posture',
  resourceType: 'security-posture',
  conditions: postureConditions.isComponentOwner({ claims }),
});
/** What the catalog's own policy answers for those who do not see everything. */
const someEntities: PolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: { rule: 'IS_ENTITY_OWNER', resourceType: 'catalog-entity' },
};

const nameOf = (ref: string) => ref.slice(ref.indexOf('/') + 1);

describe.each(databases.eachSupportedId())('a team on %p', id => {
  async function ready(
    decisions: { posture?: PolicyDecision; catalog?: PolicyDecision } = {},
    catalog?: ReturnType<typeof catalogServiceMock.mock>,
  ) {
    const { posture = allow, catalog: entityRead = allow } = decisions;
    const permissions = mockServices.permissions.mock({
      authorize: async requests =>
        requests.map(() => ({ result: AuthorizeResult.ALLOW })),
      authorizeConditional: async requests =>
        requests.map(({ permission }) =>
          permission.name === 'catalog.entity.read' ? entityRead : posture,
        ),
    });
    const knex = await initDatabase(id);
    const plugin = await start({ knex, permissions, entities, catalog });
    for (const [name, found, jars] of [
      ['shop', [openssl, zlib], [log4j]],
      ['pay', [], [log4j]],
      ['find', [], []],
      ['alien', [], [log4j]],
    ] as const) {
      const sent = await plugin.send(
        trivyScan([...found], {
          at: at(),
          image: `ghcr.io/acme/${name}`,
          results: jars.length > 0 ? [trivyJars([...jars])] : [],
        }),
      );
      expect(sent.status).toBe(200);
    }
    // As the task of mapping does after the start.
    const index = CatalogIndex.create({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities }),
      maxAge: 60_000,
    });
    await remapAll(knex, await index.get());
    const ask = (name: string) =>
      plugin
        .raw()
        .get(`/api/security-posture/v1/groups/default/${name}/posture`);
    return {
      ...plugin,
      ask,
      team: async (name: string) => {
        const { status, body } = await ask(name);
        expect(status).toBe(200);
        return teamPostureSchema.parse(body);
      },
    };
  }

  const componentsOf = ({
    components,
  }: Awaited<ReturnType<Awaited<ReturnType<typeof ready>>['team']>>) =>
    components.map(({ entityRef }) => nameOf(entityRef)).sort();

  it('rolls up its own components and those of all teams below it', async () => {
    const { team, read } = await ready();
    const sales = await team('sales');
    expect(sales.entityRef).toBe('group:default/sales');
    expect(sales.teams.map(nameOf).sort()).toEqual([
      'checkout',
      'refunds',
      'sales',
      'search',
    ]);
    expect(componentsOf(sales)).toEqual(['find', 'pay', 'refund', 'shop']);
    expect(sales.componentsTotal).toBe(4);
    expect(componentsOf(await team('search'))).toEqual(['find']);
    expect(componentsOf(await team('other'))).toEqual(['alien']);

    const ranks = sales.components.map(({ risk = 50 }) => risk);
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
    for (const name of ['shop', 'find', 'refund']) {
      const { body } = await read(name, 'posture');
      const rolled = sales.components.find(
        ({ entityRef }) => entityRef === body.entityRef,
      );
      expect(rolled).toMatchObject({
        grade: body.risk.grade,
        coverage: body.risk.coverage,
        verdict: body.verdicts.build,
      });
      expect(rolled?.risk).toBe(body.risk.score);
      expect(rolled?.openFindings).toEqual(body.openFindings);
    }
  });

  it('tells what nobody reported on from what is clean', async () => {
    const { team } = await ready();
    const { components } = await team('sales');
    const of = (name: string) =>
      components.find(({ entityRef }) => nameOf(entityRef) === name);
    expect(of('refund')).toMatchObject({ grade: '?' });
    expect(of('refund')?.risk).toBeUndefined();
    expect(of('refund')?.openFindings).toBeUndefined();
    expect(of('find')?.openFindings).toMatchObject({ critical: 0, low: 0 });
    expect(of('shop')?.openFindings).toMatchObject({ critical: 2, low: 1 });
  });

  it('plans one upgrade for all components that need it', async () => {
    const { team } = await ready();
    const { actions, components } = await team('sales');
    const upgrades = actions.filter(({ kind }) => kind === 'upgrade');
    expect(upgrades).toHaveLength(1);
    expect(upgrades[0]).toMatchObject({
      title: expect.stringContaining('log4j-core'),
      findings: 2,
      critical: 2,
    });
    expect(upgrades[0].components.map(nameOf).sort()).toEqual(['pay', 'shop']);
    const next = components.find(
      ({ entityRef }) => nameOf(entityRef) === 'pay',
    )?.nextAction;
    expect(actions.map(({ title }) => title)).toContain(next);
    for (const action of actions) {
      expect(action.components).not.toContain('component:default/alien');
    }
  });

  it('counts only components that a condition lets the caller read', async () => {
    const { team } = await ready({ posture: onlyOf('group:default/checkout') });
    const sales = await team('sales');
    expect(componentsOf(sales)).toEqual(['pay']);
    expect(sales.componentsTotal).toBe(1);
    for (const action of sales.actions) {
      expect(action.components).toEqual(['component:default/pay']);
    }
  });

  it('counts only components that the catalog shows to the caller', async () => {
    const all = catalogServiceMock({ entities });
    const catalog = catalogServiceMock.mock({
      getEntitiesByRefs: (...args) => all.getEntitiesByRefs(...args),
      getEntityByRef: (...args) => all.getEntityByRef(...args),
      streamEntities: (request, options) => {
        const isPerson = JSON.stringify(options).includes('user:');
        const shown = isPerson
          ? entities.filter(({ metadata }) => metadata.name !== 'shop')
          : entities;
        return catalogServiceMock({ entities: shown }).streamEntities(
          request,
          options,
        );
      },
    });
    const { team } = await ready({ catalog: someEntities }, catalog);
    const sales = await team('sales');
    expect(componentsOf(sales)).toEqual(['find', 'pay', 'refund']);
    expect(sales.componentsTotal).toBe(3);
    expect(JSON.stringify(sales)).not.toContain('component:default/shop');
  });

  it('answers who may read nothing with 403, and what is no team with 404', async () => {
    const { ask, raw } = await ready();
    const unknown = await ask('nobody');
    expect(unknown.status).toBe(404);
    expect(unknown.body.error.message).toContain('group:default/nobody');
    const stranger = await raw()
      .get('/api/security-posture/v1/groups/default/sales/posture')
      .set('Authorization', mockCredentials.none.header());
    expect(stranger.status).toBe(401);
    const closed = await ready({ posture: { result: AuthorizeResult.DENY } });
    expect((await closed.ask('sales')).status).toBe(403);
  });
});
