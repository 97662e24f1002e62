import { mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type AuthorizePermissionRequest,
} from '@backstage/plugin-permission-common';
import { policyVerdictSchema } from 'backstage-plugin-security-posture-common';
import { digest, trivyScan } from './__testUtils__/reports';
import { databases, initDatabase, start } from './__testUtils__/scenario';

jest.setTimeout(60_000);

const at = () => new Date().toISOString();
const vulnerable = {
  id: 'CVE-2026-0001',
  pkg: 'openssl',
  fixed: '1.1',
  severity: 'CRITICAL',
};

describe.each(databases.eachSupportedId())('the gate on %p', id => {
  it('fails a build on a fixable vulnerability and passes it once it is fixed', async () => {
    const { send, post } = await start({ knex: await initDatabase(id) });
    const failed = await send(trivyScan([vulnerable], { at: at() }), {
      gate: true,
    });
    expect(failed.status).toBe(200);
    const verdict = policyVerdictSchema.parse(failed.body.verdict);
    expect(verdict).toMatchObject({
      result: 'fail',
      point: 'build',
      mode: 'enforce',
      entityRefs: ['component:default/shop'],
      images: [{ name: 'ghcr.io/acme/shop', digest: digest('a') }],
    });
    expect(verdict.violations.map(({ checkId }) => checkId)).toEqual([
      'gate.fixable-high',
    ]);
    expect(verdict.violations[0]).toMatchObject({
      evidence: [{ kind: 'finding', result: 'fail', digest: digest('a') }],
      fix: { text: expect.any(String) },
    });
    const passed = await send(trivyScan([], { at: at(), letter: 'b' }), {
      gate: true,
    });
    expect(passed.body.verdict).toMatchObject({
      result: 'pass',
      violations: [],
    });
    // The old build is still bad, the component no longer.
    const old = await post('/v1/gate', {
      image: `ghcr.io/acme/shop@${digest('a')}`,
    });
    expect(old.body.result).toBe('fail');
    const now = await post('/v1/gate', { entityRef: 'shop' });
    expect(now.body.result).toBe('pass');
  });

  it('gives the same verdict when the same report is sent again', async () => {
    const { send } = await start({ knex: await initDatabase(id) });
    const body = trivyScan([vulnerable], { at: at() });
    const first = await send(body, { gate: true });
    const again = await send(body, { gate: true });
    expect(again.body.reports[0].duplicate).toBe(true);
    expect({ ...again.body.verdict, evaluatedAt: '' }).toEqual({
      ...first.body.verdict,
      evaluatedAt: '',
    });
  });

  it('fails what was never scanned, and what was scanned too long ago', async () => {
    const { send, post } = await start({ knex: await initDatabase(id) });
    const never = await post('/v1/gate', {
      entityRef: 'component:default/shop',
    });
    expect(never.body.result).toBe('fail');
    expect(never.body.violations.map(({ checkId }: any) => checkId)).toContain(
      'gate.scan-missing',
    );
    const old = await send(trivyScan([], { at: '2026-01-01T00:00:00Z' }), {
      gate: true,
    });
    expect(
      old.body.verdict.violations.map(({ checkId }: any) => checkId),
    ).toEqual(['gate.scan-stale']);
  });

  it('judges a feature branch by what was scanned there, and nothing else', async () => {
    const { send, post } = await start({ knex: await initDatabase(id) });
    await send(trivyScan([], { at: at() }), { branch: 'main' });
    const feature = await send(
      trivyScan([vulnerable], { at: at(), letter: 'f' }),
      { branch: 'feature', gate: true },
    );
    expect(feature.body.verdict.result).toBe('fail');
    const component = await post('/v1/gate', { entityRef: 'shop' });
    expect(component.body.result).toBe('pass');
  });

  it('judges what belongs to no component by the policy of everybody', async () => {
    const { send } = await start({ knex: await initDatabase(id) });
    const { body } = await send(
      trivyScan([vulnerable], { at: at(), image: 'ghcr.io/other/thing' }),
      { gate: true },
    );
    expect(body.reports[0].unmapped).toBe(true);
    expect(body.verdict).toMatchObject({ result: 'fail', entityRefs: [] });
  });

  it('does not break a build in the modes that only tell', async () => {
    for (const mode of ['dry-run', 'warn']) {
      const { send } = await start({
        knex: await initDatabase(id),
        config: { securityPosture: { policy: { mode } } },
      });
      const { body } = await send(trivyScan([vulnerable], { at: at() }), {
        gate: true,
      });
      expect(body.verdict).toMatchObject({
        result: 'pass',
        mode,
        violations: [{ checkId: 'gate.fixable-high' }],
      });
    }
  });

  it('stores nothing when it is asked', async () => {
    const knex = await initDatabase(id);
    const { post } = await start({ knex });
    await post('/v1/gate', { image: 'ghcr.io/nobody/knows:1' }).expect(200);
    expect(await knex('subjects')).toEqual([]);
  });
});

describe('the gate', () => {
  const [id] = databases.eachSupportedId()[0];

  it.each([
    ['nothing', {}],
    ['an image that is none', { image: 'not an image !' }],
    ['a reference that is none', { entityRef: 'a:b:c/d' }],
    ['a misspelt field', { entity: 'component:default/shop' }],
  ])('answers %s with 400', async (_, body) => {
    const { post } = await start({ knex: await initDatabase(id) });
    expect((await post('/v1/gate', body)).status).toBe(400);
  });

  it('tells only those about a component who may read it', async () => {
    const { factory, mock } = permissionsThatAllow(
      'security-posture.report.create',
    );
    const { post } = await start({
      knex: await initDatabase(id),
      permissions: { factory },
    });
    expect((await post('/v1/gate', { entityRef: 'shop' })).status).toBe(200);
    mock.allowed = [];
    expect((await post('/v1/gate', { entityRef: 'shop' })).status).toBe(403);
    expect(
      (await post('/v1/gate', { image: 'ghcr.io/acme/shop:1' })).status,
    ).toBe(403);
  });
});

function permissionsThatAllow(...allowed: string[]) {
  const mock = { allowed };
  const decide = async (requests: AuthorizePermissionRequest[]) =>
    requests.map(({ permission }) => ({
      result: mock.allowed.includes(permission.name)
        ? AuthorizeResult.ALLOW
        : AuthorizeResult.DENY,
    }));
  const { factory } = mockServices.permissions.mock({
    authorize: decide as never,
    authorizeConditional: decide as never,
  });
  return { factory, mock };
}
