import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  policyExportFormats,
  simulationSchema,
} from 'backstage-plugin-security-posture-common';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { postureConditions } from '..';
import { trivyScan } from './__testUtils__/reports';
import { databases, initDatabase, start } from './__testUtils__/scenario';

jest.setTimeout(60_000);

const at = () => new Date().toISOString();
const openssl = {
  id: 'CVE-2026-0001',
  pkg: 'openssl',
  fixed: '1.1',
  severity: 'HIGH',
};

const configOf = (policy: object) => ({ securityPosture: { policy } });

/** Nothing is enforced today. */
const lenient = configOf({ mode: 'enforce', checks: { '*': 'off' } });

const strict = {
  mode: 'enforce',
  checks: { '*': 'off', 'gate.fixable-high': 'block' },
};

const permissions = (allowed: boolean, claims?: string[]) =>
  mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission }) => ({
        result:
          allowed || permission.name !== 'security-posture.policy.simulate'
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
      })),
    authorizeConditional: async requests =>
      requests.map(({ permission }) =>
        claims && permission.name !== 'catalog.entity.read'
          ? {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'security-posture',
              resourceType: 'security-posture',
              conditions: postureConditions.isComponentOwner({ claims }),
            }
          : { result: AuthorizeResult.ALLOW },
      ),
  });

describe.each(databases.eachSupportedId())('a policy tried out on %p', id => {
  async function ready(options: { claims?: string[]; allowed?: boolean } = {}) {
    const knex = await initDatabase(id);
    const plugin = await start({
      knex,
      config: lenient,
      permissions: permissions(options.allowed ?? true, options.claims),
    });
    await plugin.send(trivyScan([openssl], { at: at() }));
    await plugin.send(
      trivyScan([openssl], { at: at(), image: 'ghcr.io/acme/orphan' }),
      { entityRef: 'orphan' },
    );
    await plugin.send(trivyScan([], { at: at(), image: 'ghcr.io/acme/cart' }), {
      entityRef: 'cart',
    });
    return {
      ...plugin,
      knex,
      simulate: async (body: object) => {
        const answer = await plugin.post('/v1/policy/simulate', body);
        expect(answer.status).toBe(200);
        return simulationSchema.parse(answer.body);
      },
    };
  }

  it('tells by owner what it would stop, and stores nothing', async () => {
    const { simulate, post, knex } = await ready();
    const before = await knex('decisions');
    const simulation = await simulate({ policy: strict, point: 'build' });
    expect(simulation).toMatchObject({
      evaluated: 4,
      newlyBroken: 2,
      newlyPassing: 0,
      points: [
        {
          point: 'build',
          current: { stopped: 0, ifEnforced: 0, unknown: 0 },
          // Nobody ever scanned `quiet`, so that nothing is proven of it.
          proposed: { stopped: 2, ifEnforced: 2, unknown: 1 },
          owners: 2,
        },
      ],
      checks: [
        { checkId: 'gate.fixable-high', newlyFailing: 2, newlyPassing: 0 },
      ],
    });
    expect(
      simulation.byOwner.map(({ ownerRef, components, broken }) => [
        ownerRef,
        components,
        broken,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['group:default/payments', 3, 1],
        ['group:default/nobody', 1, 1],
      ]),
    );
    // It was only tried out.
    const gate = await post('/v1/gate', { entityRef: 'shop' });
    expect(gate.body).toMatchObject({ result: 'pass', violations: [] });
    expect(await knex('decisions')).toEqual(before);
  });

  it('says the same as the gate once it is in force', async () => {
    const { simulate, knex } = await ready();
    const { components } = await simulate({ policy: strict, point: 'build' });
    const { post } = await start({ knex, config: configOf(strict) });
    for (const name of ['shop', 'cart', 'quiet', 'orphan']) {
      const { body } = await post('/v1/gate', { entityRef: name });
      const told = components.find(
        ({ entityRef }) => entityRef === `component:default/${name}`,
      );
      expect([name, body.result]).toEqual([
        name,
        told?.change === 'broken' ? 'fail' : 'pass',
      ]);
    }
  });

  it('judges both places where it is not told one', async () => {
    const { simulate } = await ready();
    const { points } = await simulate({ policy: {} });
    expect(points.map(({ point }) => point)).toEqual(['build', 'admission']);
  });

  it('counts only components that the caller may read', async () => {
    const { simulate } = await ready({ claims: ['group:default/nobody'] });
    const simulation = await simulate({ policy: strict });
    expect(simulation.evaluated).toBe(1);
    expect(
      new Set(simulation.components.map(({ entityRef }) => entityRef)),
    ).toEqual(new Set(['component:default/orphan']));
    expect(JSON.stringify(simulation)).not.toContain('payments');
  });

  it('is closed to those who may not', async () => {
    const { post, raw } = await ready({ allowed: false });
    const { status, body } = await post('/v1/policy/simulate', { policy: {} });
    expect(status).toBe(403);
    expect(body.error.message).toContain('security-posture.policy.simulate');
    const stranger = await raw()
      .post('/api/security-posture/v1/policy/simulate')
      .set('Authorization', mockCredentials.none.header())
      .send({ policy: {} });
    expect(stranger.status).toBe(401);
  });
});

describe('a policy', () => {
  const [id] = databases.eachSupportedId()[0];

  it.each([
    [{}, 'policy'],
    [{ policy: [] }, 'policy'],
    [{ policy: {}, point: 'deploy' }, 'point'],
    [{ policy: {}, mode: 'enforce' }, 'mode'],
    [{ policy: { mode: 'strict' } }, 'securityPosture.policy.mode'],
    [
      { policy: { checks: { 'gate.fixable': 'block' } } },
      'securityPosture.policy.checks.gate.fixable',
    ],
    [
      { policy: { rules: [{ match: { tag: 'a' }, unknown: 'fail' }] } },
      'securityPosture.policy.rules[0].unknown',
    ],
  ])('that is malformed is refused: %j', async (request, key) => {
    const { post } = await start({ knex: await initDatabase(id) });
    const { status, body } = await post('/v1/policy/simulate', request);
    expect(status).toBe(400);
    expect(body.error.message).toContain(key);
  });

  const documents = z.array(
    z.looseObject({
      kind: z.string(),
      metadata: z.looseObject({
        annotations: z.record(z.string(), z.string()).optional(),
      }),
      spec: z.looseObject({
        validationActions: z.array(z.string()).optional(),
      }),
    }),
  );

  it.each(policyExportFormats)('is exported for %s', async format => {
    const { raw } = await start({
      knex: await initDatabase(id),
      config: configOf({
        mode: 'enforce',
        checks: {
          '*': 'off',
          'deploy.privileged': 'block',
          'deploy.hostPath': 'warn',
          'gate.fixable-high': 'block',
        },
      }),
    });
    const answer = await raw()
      .get('/api/security-posture/v1/policy/export')
      .query({ format });
    expect(answer.status).toBe(200);
    expect(answer.type).toBe('application/yaml');
    const text = answer.text ?? answer.body.toString('utf8');
    const parsed = parseAllDocuments(text);
    const exported = documents.parse(
      [...parsed]
        .map(document => {
          expect(document.errors).toEqual([]);
          return document.toJSON();
        })
        .filter(document => document !== null),
    );
    const actions = exported.flatMap(({ metadata, spec }) => {
      const check = metadata.annotations?.['security-posture.io/check'];
      return check ? [[check, spec.validationActions]] : [];
    });
    const isKyverno = format === 'kyverno';
    expect(actions).toEqual([
      ['deploy.hostPath', isKyverno ? ['Warn', 'Audit'] : undefined],
      ['deploy.privileged', isKyverno ? ['Deny'] : undefined],
    ]);
    expect(
      exported
        .filter(({ kind }) => kind === 'ValidatingAdmissionPolicyBinding')
        .map(({ spec }) => spec.validationActions),
    ).toEqual(isKyverno ? [] : [['Warn', 'Audit'], ['Deny']]);
    // Only the webhook can judge what is in an image, and the export says so.
    expect(text).toContain('# - gate.fixable-high');
  });

  it('is exported in no other form, and to nobody who is not signed in', async () => {
    const { raw } = await start({ knex: await initDatabase(id) });
    const path = '/api/security-posture/v1/policy/export';
    for (const query of [{}, { format: 'opa' }, { format: 'kyverno', x: 1 }]) {
      const { status, body } = await raw().get(path).query(query);
      expect(status).toBe(400);
      expect(body.error.message).toMatch(/format|x/);
    }
    const stranger = await raw()
      .get(path)
      .query({ format: 'kyverno' })
      .set('Authorization', mockCredentials.none.header());
    expect(stranger.status).toBe(401);
  });

  it.each<[string, object, RegExp[]]>([
    [
      'names a check that there is not',
      { checks: { 'gate.fixable-hihg': 'block' } },
      [
        /securityPosture\.policy\.checks\.gate\.fixable-hihg is not a check/,
        /did you mean gate\.fixable-high\?/,
      ],
    ],
    [
      'leaves a choice that there is not',
      { mode: 'enforced' },
      [/securityPosture\.policy\.mode/, /dry-run, warn, enforce/],
    ],
    [
      'contradicts itself',
      { checks: { 'gate.scan*': 'block', '*n-missing': 'off' } },
      [
        /securityPosture\.policy\.checks\.\*n-missing contradicts gate\.scan\*/,
        /for gate\.scan-missing at build one says off and the other block/,
      ],
    ],
    [
      'contradicts itself about packages',
      { packages: { pass: 200, warn: 100 } },
      [/securityPosture\.policy\.packages\.pass/, /200 and 100/],
    ],
  ])('stops the start if it %s', async (_, policy, messages) => {
    const starting = start({
      knex: await initDatabase(id),
      config: configOf(policy),
    });
    const error: unknown = await starting.then(
      () => undefined,
      reason => reason,
    );
    expect(error).toBeInstanceOf(Error);
    for (const message of messages) expect(String(error)).toMatch(message);
  });
});
