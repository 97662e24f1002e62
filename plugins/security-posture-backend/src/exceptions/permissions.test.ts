import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { postureConditions } from '..';
import { principalOf } from '../authorization';
import { trivyScan } from '../tests/__testUtils__/reports';
import {
  databases,
  entities,
  initDatabase,
} from '../tests/__testUtils__/scenario';
import { startWithPeople } from './__testUtils__/people';

jest.setTimeout(60_000);

const teams: Record<string, string> = {
  'user:default/ann': 'group:default/payments',
  'user:default/bob': 'group:default/payments',
  'user:default/eve': 'group:default/nobody',
};

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };

/**
 * Developers read, triage and ask for what their team owns; Bob decides on it;
 * only Root decides on everything. Pam may do nothing.
 */
function policy(name: string, user: string): PolicyDecision {
  if (!user.startsWith('user:') || user === 'user:default/root') return allow;
  if (name === 'catalog.entity.read') return allow;
  if (user === 'user:default/pam') return deny;
  if (name.endsWith('exception.approve') && user !== 'user:default/bob') {
    return deny;
  }
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'security-posture',
    resourceType: 'security-posture',
    conditions: postureConditions.isComponentOwner({
      claims: [teams[user] ?? user],
    }),
  };
}

function permissionsMock() {
  return mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    authorizeConditional: async (requests, options) =>
      requests.map(({ permission }) =>
        policy(
          permission.name,
          options ? principalOf(options.credentials) : 'nobody',
        ),
      ),
  });
}

const library: Entity = {
  ...entities[0],
  metadata: { name: 'library', namespace: 'default' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/nobody' }],
};
const openssl = { id: 'CVE-2026-0001', pkg: 'openssl' };

describe.each(databases.eachSupportedId())('permissions on %p', id => {
  async function startWithPolicy() {
    const knex = await initDatabase(id);
    const plugin = await startWithPeople({
      knex,
      permissions: permissionsMock(),
      entities: [...entities, library],
    });
    await plugin.send(trivyScan([openssl]));
    await plugin.send(trivyScan([openssl], { image: 'ghcr.io/acme/lib' }), {
      entityRef: 'library',
    });
    for (const component of ['shop', 'library']) {
      await knex('components')
        .insert({
          entity_ref: `component:default/${component}`,
          system_ref: 'system:default/pay',
        })
        .onConflict('entity_ref')
        .merge();
    }
    const rows: { id: string; name: string }[] = await knex('findings as f')
      .join('subjects as s', 's.id', 'f.subject_id')
      .select('f.id', 's.name');
    const finding = (image: string) =>
      rows.find(({ name }) => name === image)?.id ?? '';
    return {
      ...plugin,
      shop: finding('ghcr.io/acme/shop'),
      lib: finding('ghcr.io/acme/lib'),
    };
  }

  const ask = (target: object, scope: object) => ({
    kind: 'accepted',
    target,
    scope,
    reason: 'Because',
  });
  const onFinding = (findingId: string) =>
    ask({ findingId }, { kind: 'finding' });

  it('let owners triage and ask, and hide what others own', async () => {
    const { as, shop, lib } = await startWithPolicy();
    const said = { status: 'affected', comment: 'Yes' };
    const statuses = async (name: string, findingId: string) => [
      (await as(name).post(`findings/${findingId}/triage`, said)).status,
      (await as(name).post('exceptions', onFinding(findingId))).status,
    ];
    expect(await statuses('ann', shop)).toEqual([200, 200]);
    expect(await statuses('ann', lib)).toEqual([404, 404]);
    expect(await statuses('ann', 'nothing')).toEqual([404, 404]);
    expect(await statuses('eve', lib)).toEqual([200, 200]);
    expect(await statuses('pam', shop)).toEqual([404, 404]);
    expect((await as('pam').get('exceptions')).status).toBe(403);
    const ofLibrary = ask(
      { problem: openssl.id },
      { kind: 'component', ref: 'library' },
    );
    expect((await as('ann').post('exceptions', ofLibrary)).status).toBe(403);
    expect((await as('eve').post('exceptions', ofLibrary)).status).toBe(200);
  });

  it('show exceptions that concern components of the caller only', async () => {
    const { as, read, shop, lib } = await startWithPolicy();
    const own = (await as('ann').post('exceptions', onFinding(shop))).body.id;
    const foreign = (await as('eve').post('exceptions', onFinding(lib))).body;
    const wide = (
      await as('eve').post(
        'exceptions',
        ask({ problem: openssl.id }, { kind: 'everywhere' }),
      )
    ).body.id;
    const listed = async (name: string) => {
      const { body } = await as(name).get('exceptions');
      expect(body.totalItems).toBe(body.items.length);
      return body.items.map((item: { id: string }) => item.id).sort();
    };
    expect(await listed('ann')).toEqual([own, wide].sort());
    expect(await listed('eve')).toEqual([foreign.id, wide].sort());
    expect(await listed('root')).toEqual([own, foreign.id, wide].sort());
    const path = `exceptions/${foreign.id}`;
    const comment = { comment: 'Let me in' };
    expect((await as('ann').get(path)).status).toBe(404);
    expect((await as('bob').post(`${path}/approve`, comment)).status).toBe(404);
    expect((await as('ann').post(`${path}/revoke`, comment)).status).toBe(404);
    expect((await as('ann').post(`${path}/comments`, comment)).status).toBe(
      404,
    );
    // The default user owns nothing.
    expect((await read('shop', 'exceptions')).status).toBe(403);
  });

  it('take more for a system and most for everything', async () => {
    const { as, shop } = await startWithPolicy();
    const created = async (name: string, body: object) => {
      const response = await as(name).post('exceptions', body);
      expect(response.status).toBe(200);
      return `exceptions/${response.body.id}`;
    };
    const target = { problem: openssl.id };
    const narrow = await created('ann', onFinding(shop));
    const system = await created(
      'ann',
      ask(target, { kind: 'system', ref: 'system:default/pay' }),
    );
    const wide = await created('ann', ask(target, { kind: 'everywhere' }));
    const approve = async (name: string, path: string) => {
      const { status, body } = await as(name).post(`${path}/approve`);
      return [status, body.error?.message];
    };
    // Eve cannot see Ann's finding; of the system she owns one component.
    expect(await approve('eve', narrow)).toEqual([404, expect.any(String)]);
    expect(await approve('eve', system)).toEqual([
      403,
      expect.stringContaining('on every component of it'),
    ]);
    expect(await approve('bob', system)).toEqual([
      403,
      expect.stringContaining('on every component of it'),
    ]);
    expect(await approve('bob', wide)).toEqual([
      403,
      expect.stringContaining('without a condition'),
    ]);
    expect(await approve('bob', narrow)).toEqual([200, undefined]);
    expect(await approve('root', system)).toEqual([200, undefined]);
    expect(await approve('root', wide)).toEqual([200, undefined]);
    const revoke = (name: string) =>
      as(name).post(`${wide}/revoke`, { comment: 'No more' });
    expect((await revoke('bob')).status).toBe(403);
    // Who asked may always take it back.
    expect((await revoke('ann')).body).toMatchObject({ status: 'revoked' });
  });
});
