import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  componentHistorySchema,
  postureSchema,
} from 'backstage-plugin-security-posture-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { checks } from '../evaluation';
import { recordDay, recordRisks } from '../history';
import { CatalogIndex } from '../mapping';
import { readPolicy } from '../policy';
import { AssessmentService, FactsService } from '../posture';
import { deployment } from './__testUtils__/admission';
import { trivyScan } from './__testUtils__/reports';
import {
  databases,
  entities,
  initDatabase,
  start,
} from './__testUtils__/scenario';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('the history route on %p', id => {
  it('answers the days of a component that the caller may read', async () => {
    const knex = await initDatabase(id);
    const { send, read } = await start({ knex });
    const sent = await send(
      trivyScan([{ id: 'CVE-2026-0001', pkg: 'zlib', severity: 'HIGH' }], {
        at: '2026-11-20T10:00:00Z',
      }),
    );
    expect(sent.body).toMatchObject({
      reports: [{ entityRefs: ['component:default/shop'] }],
    });
    await recordDay(knex, new Date('2026-11-20T23:59:00Z'));
    const query = { from: '2026-11-01', to: '2026-11-30' };
    const answer = await read('shop', 'history', query);
    expect(answer.status).toBe(200);
    expect(componentHistorySchema.parse(answer.body).items).toMatchObject([
      {
        day: '2026-11-20',
        newFindings: 1,
        counts: { build: { open: { high: 1 } } },
      },
    ]);
    expect((await read('quiet', 'history', query)).body).toEqual({ items: [] });
    expect((await read('nobody', 'history', query)).status).toBe(404);

    const misspelt = await read('shop', 'history', { from: 'yesterday' });
    expect(misspelt.status).toBe(400);
    expect(misspelt.body.error.message).toContain('from');
    const turned = { from: '2026-11-30', to: '2026-11-01' };
    expect((await read('shop', 'history', turned)).status).toBe(400);
    expect((await read('shop', 'history', { since: 'x' })).status).toBe(400);
  });

  it('tells the risk of today as the posture does', async () => {
    const knex = await initDatabase(id);
    const { send, read } = await start({ knex });
    await send(
      trivyScan([{ id: 'CVE-2026-0001', pkg: 'zlib', severity: 'HIGH' }], {
        at: new Date().toISOString(),
      }),
    );
    await send(
      deployment({ container: { securityContext: { privileged: true } } }),
      { cluster: 'prod' },
    );
    const policy = readPolicy(
      undefined,
      checks.map(check => check.id),
    );
    const catalog = CatalogIndex.create({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities }),
      maxAge: 60_000,
    });
    const { decisionDays } = policy.base.freshness;
    const facts = FactsService.create({ knex, catalog, decisionDays });
    const assessments = AssessmentService.create({ facts, policy });
    const now = new Date();
    await recordDay(knex, now);
    expect(await recordRisks(knex, assessments, now)).toBe(1);

    const posture = await read('shop', 'posture');
    const { score, grade, coverage } = postureSchema.parse(posture.body).risk;
    expect(score).toBeGreaterThan(0);
    const history = await read('shop', 'history');
    const { items } = componentHistorySchema.parse(history.body);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      day: now.toISOString().slice(0, 10),
      grade,
    });
    expect(items[0].risk).toBeCloseTo(score ?? -1, 3);
    expect(items[0].coverage).toBeCloseTo(coverage, 5);
  });

  it('refuses who may not read postures', async () => {
    const { read } = await start({
      knex: await initDatabase(id),
      permissions: {
        factory: mockServices.permissions.factory({
          result: AuthorizeResult.DENY,
        }),
      },
    });
    expect((await read('shop', 'history')).status).toBe(403);
  });
});
