import { mockCredentials } from '@backstage/backend-test-utils';
import {
  catalogueSchema,
  checkResults,
  findingDetailSchema,
  judgedChecksSchema,
  policyVerdictSchema,
  postureSchema,
  stages,
  type CheckCounts,
  type JudgedCheck,
  type Stage,
} from 'backstage-plugin-security-posture-common';
import { startWithPeople } from '../exceptions/__testUtils__/people';
import { deployment } from './__testUtils__/admission';
import { digest, falcoEvents, trivyScan } from './__testUtils__/reports';
import { databases, initDatabase } from './__testUtils__/scenario';

jest.setTimeout(60_000);

const at = () => new Date().toISOString();
const openssl = {
  id: 'CVE-2026-0001',
  pkg: 'openssl',
  fixed: '1.1',
  severity: 'CRITICAL',
};
const config = {
  securityPosture: {
    policy: {
      mode: 'enforce',
      checks: { 'gate.*': 'block', 'deploy.privileged': 'warn' },
    },
  },
};
const inProd = { cluster: 'prod' };
/** Failing first. */
const order = ['fail', 'warn', 'unknown', 'pass', 'not-applicable'];

const privileged = () =>
  deployment({
    container: {
      image: `ghcr.io/acme/shop:1.4@${digest('a')}`,
      securityContext: { privileged: true },
    },
  });

const countsOf = (items: JudgedCheck[], stage: Stage): CheckCounts => {
  const count = (result: string) =>
    items.filter(item => item.stage === stage && item.result === result).length;
  return {
    pass: count('pass'),
    warn: count('warn'),
    fail: count('fail'),
    unknown: count('unknown'),
    'not-applicable': count('not-applicable'),
  };
};

describe.each(databases.eachSupportedId())('checks on %p', id => {
  async function ready() {
    const knex = await initDatabase(id);
    const plugin = await startWithPeople({ knex, config });
    const checks = async (name: string, query: object = {}) => {
      const { status, body } = await plugin.read(name, 'checks', query);
      expect(status).toBe(200);
      return judgedChecksSchema.parse(body);
    };
    return {
      ...plugin,
      knex,
      checks,
      check: async (checkId: string) => {
        const { items } = await checks('shop');
        return items.find(item => item.checkId === checkId);
      },
      posture: async (name: string) =>
        postureSchema.parse((await plugin.read(name, 'posture')).body),
      gate: async () =>
        policyVerdictSchema.parse(
          (await plugin.post('/v1/gate', { entityRef: 'shop' })).body,
        ),
    };
  }

  it('tells everybody who is signed in what is checked, in one order', async () => {
    const { raw, ann } = await ready();
    const { status, body } = await ann.get('checks');
    expect(status).toBe(200);
    const { items, totalItems } = catalogueSchema.parse(body);
    expect(totalItems).toBe(items.length);
    expect(items.length).toBeGreaterThan(50);
    expect(new Set(items.map(item => item.id)).size).toBe(items.length);
    for (const { practices } of items) {
      expect(practices).not.toEqual([]);
      for (const practice of practices) {
        expect(practice).toMatch(/^[BDRFI]\d+[a-z]?$/);
      }
    }
    const ranks = items.map(({ stage, practices: [first] }) => [
      stages.indexOf(stage),
      'BDRFI'.indexOf(first[0]),
      Number.parseInt(first.slice(1), 10),
    ]);
    expect(ranks).toEqual(
      [...ranks].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]),
    );

    const stranger = await raw()
      .get('/api/security-posture/v1/checks')
      .set('Authorization', mockCredentials.none.header());
    expect(stranger.status).toBe(401);
  });

  it('judges every check of the catalogue, those that fail first', async () => {
    const { send, ann, checks } = await ready();
    await send(trivyScan([openssl], { at: at() }));
    await send(privileged(), inProd);
    const { items, totalItems } = await checks('shop');
    const catalogue = catalogueSchema.parse((await ann.get('checks')).body);
    expect(items.map(({ checkId }) => checkId).sort()).toEqual(
      catalogue.items
        .filter(({ kind }) => kind === 'check')
        .map(entry => entry.id)
        .sort(),
    );
    expect(totalItems).toBe(items.length);
    const ranks = items.map(({ result }) => order.indexOf(result));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    const failing = items.filter(({ result }) => result === 'fail');
    expect(failing.map(({ checkId }) => checkId)).toEqual(
      expect.arrayContaining(['gate.fixable-high', 'deploy.privileged']),
    );
    expect(
      failing.find(({ checkId }) => checkId === 'gate.fixable-high'),
    ).toMatchObject({ enforcement: { build: 'block', admission: 'block' } });
  });

  it('filters by stage and result, and refuses what it does not know', async () => {
    const { send, read, checks } = await ready();
    await send(trivyScan([openssl], { at: at() }));
    await send(privileged(), inProd);
    const all = (await checks('shop')).items;
    for (const stage of stages) {
      for (const result of checkResults) {
        const { items, totalItems } = await checks('shop', { stage, result });
        expect(items.map(({ checkId }) => checkId)).toEqual(
          all
            .filter(item => item.stage === stage && item.result === result)
            .map(({ checkId }) => checkId),
        );
        expect(totalItems).toBe(items.length);
      }
    }
    const several = await checks('shop', {
      stage: 'build,deploy',
      result: 'fail,warn',
    });
    expect(several.items.map(({ checkId }) => checkId)).toEqual(
      all
        .filter(({ stage }) => stage !== 'runtime')
        .filter(({ result }) => result === 'fail' || result === 'warn')
        .map(({ checkId }) => checkId),
    );
    for (const query of [{ result: 'bad' }, { stage: 'x' }, { status: 'a' }]) {
      const answer = await read('shop', 'checks', query);
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toContain(Object.keys(query)[0]);
    }
  });

  it('points at findings that can be read', async () => {
    const { send, ann, checks } = await ready();
    await send(trivyScan([openssl], { at: at() }));
    await send(privileged(), inProd);
    await send(falcoEvents([at()]), inProd);
    const { items } = await checks('shop');
    const ids = new Set(
      items
        .flatMap(({ evidence }) => evidence)
        .filter(({ kind }) => kind === 'finding' || kind === 'alert')
        .map(evidence => evidence.id),
    );
    expect(ids.size).toBeGreaterThanOrEqual(2);
    for (const evidenceId of ids) {
      const { status, body } = await ann.get(`findings/${evidenceId}`);
      expect(status).toBe(200);
      expect(findingDetailSchema.parse(body).id).toBe(evidenceId);
    }
  });

  it.each(['revoked', 'expired'])(
    'honours an approved exception everywhere, until it is %s',
    async end => {
      const { send, except, ann, bob, knex, check, gate, posture } =
        await ready();
      await send(trivyScan([openssl], { at: at() }));
      const checkId = 'gate.fixable-high';
      expect(await check(checkId)).not.toHaveProperty('exceptionId');
      expect(await gate()).toMatchObject({
        result: 'fail',
        violations: [{ checkId }],
      });

      const asked = await ann.post('exceptions', {
        kind: 'accepted',
        target: { checkId },
        scope: { kind: 'component', ref: 'component:default/shop' },
        reason: 'A mirror has to be built first',
      });
      expect(asked.body).toMatchObject({ status: 'pending' });
      expect(await gate()).toMatchObject({ result: 'fail', waived: [] });
      await ann.post(`exceptions/${asked.body.id}/revoke`, {
        comment: 'Asked for once more',
      });

      const exception = await except({
        target: { checkId },
        scope: { kind: 'component', ref: 'component:default/shop' },
      });
      // What is accepted is still told.
      expect(await check(checkId)).toMatchObject({
        result: 'fail',
        exceptionId: exception.id,
      });
      expect(await gate()).toMatchObject({
        result: 'pass',
        violations: [],
        waived: [
          {
            checkId,
            exceptionId: exception.id,
            exceptionUntil: exception.until.at,
          },
        ],
      });
      expect((await posture('shop')).verdicts.build).toMatchObject({
        result: 'pass',
        violations: 0,
        waived: 1,
      });

      if (end === 'revoked') {
        const revoked = await bob.post(`exceptions/${exception.id}/revoke`, {
          comment: 'The mirror is there',
        });
        expect(revoked.body).toMatchObject({ status: 'revoked' });
      } else {
        await knex('exceptions')
          .where('id', exception.id)
          .update({ expires_at: new Date(Date.now() - 1_000).toISOString() });
      }
      expect(await check(checkId)).not.toHaveProperty('exceptionId');
      expect(await gate()).toMatchObject({
        result: 'fail',
        violations: [{ checkId }],
        waived: [],
      });
      expect((await posture('shop')).verdicts.build).toMatchObject({
        result: 'fail',
        violations: 1,
        waived: 0,
      });
    },
  );

  it('tells a posture that is consistent with the checks', async () => {
    const { send, checks, posture, gate } = await ready();
    await send(trivyScan([openssl], { at: at() }));
    await send(privileged(), inProd);
    await send(falcoEvents([at()]), inProd);
    const { items } = await checks('shop');
    const told = await posture('shop');
    expect(told.checks).toEqual({
      build: countsOf(items, 'build'),
      deploy: countsOf(items, 'deploy'),
      runtime: countsOf(items, 'runtime'),
    });
    const applicable = items.filter(item => item.result !== 'not-applicable');
    const judged = applicable.filter(item => item.result !== 'unknown');
    expect(told.risk.coverage).toBeCloseTo(judged.length / applicable.length);
    expect(told.risk.score).toBeGreaterThan(0);
    expect(told.risk.factorsTotal).toBe(told.risk.factors.length);
    const shares = told.risk.factors.map(({ share }) => share);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    for (const factor of told.risk.factors) {
      expect(factor.without).toBeLessThanOrEqual(told.risk.score ?? 0);
      if (factor.kind !== 'check') continue;
      expect(items.find(item => item.checkId === factor.id)?.result).toMatch(
        /^(fail|warn)$/,
      );
    }

    const blocking = await gate();
    expect(told.verdicts.build).toEqual({
      result: blocking.result,
      mode: blocking.mode,
      violations: blocking.violations.length,
      warnings: blocking.warnings.length,
      waived: blocking.waived.length,
    });

    expect(told.topActions.length).toBeGreaterThan(0);
    const broken = new Set(
      items
        .filter(({ result }) => result !== 'pass')
        .map(({ checkId }) => checkId),
    );
    told.topActions.forEach(({ checkIds, components, ...action }, index) => {
      expect(components).toEqual([told.entityRef]);
      for (const checkId of checkIds) expect(broken).toContain(checkId);
      // Each action comes on top of those before it.
      expect(action.riskBefore).toBe(
        index === 0 ? told.risk.score : told.topActions[index - 1].riskAfter,
      );
    });
  });

  it('gives the verdict on the newest build, whatever else runs', async () => {
    const { send, posture, gate } = await ready();
    const earlier = new Date(Date.now() - 3_600_000).toISOString();
    await send(trivyScan([openssl], { at: earlier }));
    await send(privileged(), inProd);
    await send(trivyScan([], { at: at(), letter: 'b', tag: '1.5' }));
    const { result, violations } = await gate();
    const { verdicts } = await posture('shop');
    expect({ result, violations: violations.length }).toEqual({
      result: 'pass',
      violations: 0,
    });
    expect(verdicts.build).toMatchObject({ result: 'pass', violations: 0 });
    // What runs is not in order, and would not be let in once more.
    expect(verdicts.admission).toMatchObject({ result: 'fail' });
  });

  it('shows nothing of a component that was never scanned as clean or zero', async () => {
    const { checks, posture } = await ready();
    const told = await posture('quiet');
    expect(told.risk.grade).toBe('?');
    expect(told.risk).not.toHaveProperty('score');
    expect(told.risk.factors).toEqual([]);
    expect(told.openFindings).toBeUndefined();
    for (const stage of stages) {
      expect(told.stages[stage]).toMatchObject({ state: 'never-scanned' });
      expect(told.stages[stage].findings).toBeUndefined();
      expect(told.risk.stages[stage]).toBeUndefined();
      expect(told.checks[stage].unknown).toBeGreaterThan(0);
    }
    const { items } = await checks('quiet');
    const passed = items.filter(({ result }) => result === 'pass');
    // That is what the catalog tells.
    expect(passed.map(({ checkId }) => checkId)).toEqual([
      'deploy.owner.reachable',
    ]);
    for (const { checkId, summary } of items) {
      expect({ checkId, summary }).toEqual({
        checkId,
        summary: expect.stringMatching(/\S/),
      });
    }
    expect(told.risk.coverage).toBeLessThan(0.1);
    const [scan] = told.topActions;
    expect(scan.coverageGain).toBeGreaterThan(0);
  });
});
