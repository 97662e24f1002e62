import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { deployment, review } from './__testUtils__/admission';
import { trivyScan } from './__testUtils__/reports';
import { databases, initDatabase, start } from './__testUtils__/scenario';

jest.setTimeout(60_000);

const policy = (over: object = {}) => ({
  app: { baseUrl: 'https://portal.example' },
  securityPosture: {
    policy: {
      mode: 'enforce',
      checks: {
        'gate.*': 'block',
        'deploy.privileged': 'block',
        'pod.sa.default': { build: 'block', admission: 'warn' },
      },
      ...over,
    },
  },
});

const today = () => new Date().toISOString();

const vulnerable = () =>
  trivyScan(
    [{ id: 'CVE-2026-0001', pkg: 'openssl', fixed: '1.1', severity: 'HIGH' }],
    { at: today() },
  );

const clean = () => trivyScan([], { at: today() });

/** The decisions of the shop, once the answers that wait are stored. */
async function decisions(
  knex: Knex,
  read: Awaited<ReturnType<typeof start>>['read'],
) {
  for (let tries = 0; tries < 100; tries += 1) {
    const [{ waiting }] = await knex('admission_answers').count({
      waiting: '*',
    });
    if (Number(waiting) === 0) break;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  const { body } = await read('shop', 'decisions', { limit: 100 });
  return body.items as { engine: string; policy: string; action: string }[];
}

describe.each(databases.eachSupportedId())('the webhook on %p', id => {
  async function ready(over: object = {}) {
    const knex = await initDatabase(id);
    const plugin = await start({ knex, config: policy(over) });
    return {
      ...plugin,
      knex,
      ask: async (body: object, query: object = { cluster: 'prod' }) =>
        plugin.post('/v1/admission/review', body, query),
    };
  }

  it('refuses what the policy blocks, with reasons, fixes, owner and link', async () => {
    const { send, ask, knex, read } = await ready();
    await send(vulnerable());
    const asked = review(
      deployment({
        container: { securityContext: { privileged: true } },
      }),
    );
    const { status, body } = await ask(asked);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      apiVersion: 'admission.k8s.io/v1',
      kind: 'AdmissionReview',
      response: {
        uid: asked.request.uid,
        allowed: false,
        status: { code: 403 },
      },
    });
    const { message } = body.response.status;
    expect(message).toContain('[gate.fixable-high]');
    expect(message).toContain('[deploy.privileged]');
    expect(message).toContain('Fix:');
    expect(message).toContain('Owner: Payments');
    expect(message).toContain(
      'https://portal.example/catalog/default/component/shop/security',
    );
    const kept = await decisions(knex, read);
    expect(kept).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          engine: 'security-posture',
          policy: 'gate.fixable-high',
          action: 'deny',
        }),
      ]),
    );
    // Refused, so it runs nowhere.
    const workloads = (await read('shop', 'workloads')).body;
    expect(workloads.items).toEqual([]);
  });

  it('lets in what is in order, warns of the rest, and knows the workload from then on', async () => {
    const { send, ask, knex, read } = await ready();
    await send(clean());
    const { body } = await ask(
      review(deployment({ pod: { serviceAccountName: 'default' } })),
    );
    expect(body.response.allowed).toBe(true);
    expect(body.response.warnings).toEqual([
      expect.stringContaining('[pod.sa.default]'),
    ]);
    expect(await decisions(knex, read)).toEqual([
      expect.objectContaining({ policy: 'pod.sa.default', action: 'warn' }),
    ]);
    const workloads = (await read('shop', 'workloads')).body;
    expect(workloads.items).toMatchObject([
      { subject: { cluster: 'prod', namespace: 'shop', name: 'shop' } },
    ]);
    const images = (await read('shop', 'images')).body;
    expect(images.items).toMatchObject([{ running: true }]);
  });

  it('refuses an image that was never scanned', async () => {
    const { ask } = await ready();
    const { body } = await ask(review(deployment()));
    expect(body.response.allowed).toBe(false);
    expect(body.response.status.message).toContain('[gate.scan-missing]');
  });

  it('leaves no trace of a dry run', async () => {
    const { ask, knex, read } = await ready();
    const { body } = await ask(review(deployment(), { dryRun: true }));
    expect(body.response.allowed).toBe(false);
    expect(await decisions(knex, read)).toEqual([]);
    expect(await knex('workloads')).toEqual([]);
  });

  it('honours break-glass, records it as a finding, and ends it with the next clean deployment', async () => {
    const { send, ask, knex, read } = await ready();
    const annotations = { 'security-posture.io/break-glass': 'INC-42' };
    const { body } = await ask(review(deployment({ annotations })));
    expect(body.response.allowed).toBe(true);
    expect(body.response.warnings[0]).toContain('INC-42');
    expect(await decisions(knex, read)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ policy: 'break-glass', action: 'audit' }),
      ]),
    );
    const open = async () =>
      (await read('shop', 'findings', { kind: 'misconfiguration' })).body.items;
    expect(await open()).toMatchObject([
      { problem: 'break-glass', severity: 'high', state: 'open' },
    ]);
    const checks = (await read('shop', 'checks', { result: 'fail' })).body
      .items;
    expect(checks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ checkId: 'deploy.breakglass' }),
      ]),
    );

    await send(clean());
    const again = await ask(review(deployment()));
    expect(again.body.response.allowed).toBe(true);
    await decisions(knex, read);
    expect(await open()).toEqual([]);
  });

  it('counts an answer once, though it is asked twice', async () => {
    const { ask, knex, read } = await ready();
    const asked = review(deployment());
    await ask(asked);
    await ask(asked);
    const kept = await decisions(knex, read);
    expect(kept).toEqual([
      expect.objectContaining({ policy: 'gate.scan-missing', count: 1 }),
    ]);
  });

  it('takes exceptions into account as the gate does', async () => {
    const { ask, knex, post } = await ready();
    await post('/v1/exceptions', {
      kind: 'accepted',
      target: { checkId: 'gate.scan-missing' },
      scope: { kind: 'component', ref: 'component:default/shop' },
      reason: 'The scanner cannot read this image yet',
    }).expect(200);
    await knex('exceptions').update({
      status: 'approved',
      decided_by: 'user:default/bob',
      decided_at: today(),
    });
    const { body } = await ask(review(deployment()));
    expect(body.response.allowed).toBe(true);
    const verdict = await post('/v1/gate', {
      entityRef: 'component:default/shop',
    });
    expect(verdict.body).toMatchObject({
      result: 'pass',
      waived: [{ checkId: 'gate.scan-missing' }],
    });
  });

  it.each([
    ['open', true],
    ['closed', false],
  ])('fails %s when it cannot judge', async (failurePolicy, allowed) => {
    const { ask, knex } = await ready({ admission: { failurePolicy } });
    await knex.schema.renameTable('scopes', 'scopes_gone');
    const { status, body } = await ask(review(deployment()));
    expect(status).toBe(200);
    expect(body.response.allowed).toBe(allowed);
    expect(JSON.stringify(body.response)).toContain('could not be judged');
  });

  it('answers what is no AdmissionReview with 400 and says what it expected', async () => {
    const { ask } = await ready();
    for (const body of [
      {},
      { apiVersion: 'admission.k8s.io/v1', kind: 'AdmissionReview' },
      { ...review(deployment()), apiVersion: 'v2' },
      review(deployment(), { uid: 7 }),
    ]) {
      const { status, body: answer } = await ask(body);
      expect(status).toBe(400);
      expect(answer.error.message).toMatch(/AdmissionReview|request|uid/);
    }
  });
});

describe('the webhook', () => {
  const [id] = databases.eachSupportedId()[0];

  it.each([
    ['allow', true],
    ['deny', false],
  ])('on an unknown kind: %s', async (unknownKinds, allowed) => {
    const knex = await initDatabase(id);
    const { post } = await start({
      knex,
      config: policy({ admission: { unknownKinds } }),
    });
    const { body } = await post(
      '/v1/admission/review',
      review({
        apiVersion: 'example.org/v1',
        kind: 'Spaceship',
        metadata: { name: 'x', namespace: 'shop' },
      }),
    );
    expect(body.response.allowed).toBe(allowed);
    expect(JSON.stringify(body.response)).toContain('Spaceship');
  });

  it('takes its cluster out of the path too, because the address may have no query', async () => {
    const knex = await initDatabase(id);
    const { send, post, read } = await start({ knex, config: policy() });
    await send(clean());
    const { status } = await post(
      '/v1/admission/review/prod',
      review(deployment()),
      { timeout: '5s' },
    );
    expect(status).toBe(200);
    await decisions(knex, read);
    const { items } = (await read('shop', 'workloads')).body;
    expect(items).toMatchObject([{ subject: { cluster: 'prod' } }]);
  });

  it('is closed to those who may not record decisions', async () => {
    const knex = await initDatabase(id);
    const { post } = await start({
      knex,
      permissions: {
        factory: mockServices.permissions.factory({
          result: AuthorizeResult.DENY,
        }),
      },
    });
    const { status } = await post('/v1/admission/review', review(deployment()));
    expect(status).toBe(403);
  });

  it('judges nothing in namespaces that are exempt', async () => {
    const knex = await initDatabase(id);
    const { post } = await start({
      knex,
      config: policy({ admission: { exemptNamespaces: ['sh*'] } }),
    });
    const { body } = await post('/v1/admission/review', review(deployment()));
    expect(body.response).toMatchObject({ allowed: true });
    expect(body.response.warnings).toBeUndefined();
  });
});
