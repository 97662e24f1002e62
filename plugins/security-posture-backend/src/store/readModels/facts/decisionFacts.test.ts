import { databases, initDatabase } from '../../../tests/__testUtils__/scenario';
import { kyvernoReport } from '../../../tests/__testUtils__/toolReports';
import { createFactsWorld, shop } from './__testUtils__/factsWorld';

jest.setTimeout(120_000);

const inProd = { cluster: 'prod' };

describe.each(databases.eachSupportedId())(
  'decisions and passes of facts, %p',
  id => {
    const start = async () => createFactsWorld(await initDatabase(id));

    it('tells decisions that hold and controls that are in order', async () => {
      const world = await start();
      const judged = (result: string, at: string) =>
        kyvernoReport(
          { kind: 'Deployment', name: 'shop' },
          [
            { policy: 'disallow-privileged-containers', result: 'pass' },
            { policy: 'require-run-as-nonroot', result },
          ],
          { at },
        );
      // Long ago, but still what the engine says.
      await world.send(judged('fail', '2026-10-01T10:00:00Z'), inProd);
      const first = await world.factsOf(shop);
      expect(
        first.decisions.map(({ policy, action, engine }) => [
          engine,
          policy,
          action,
        ]),
      ).toContainEqual(['kyverno', 'require-run-as-nonroot', 'audit']);
      expect(first.passes).toEqual([
        {
          control: 'privileged',
          subjectId: expect.any(String),
          source: 'policyreport',
          title: expect.any(String),
          reportId: expect.any(String),
          at: '2026-11-20T12:00:00.000Z',
        },
      ]);
      world.at('2026-11-21T12:00:00.000Z');
      await world.send(judged('pass', '2026-11-20T10:00:00Z'), inProd);
      const second = await world.factsOf(shop);
      expect(second.decisions.map(({ action }) => action)).toEqual([
        'allow',
        'allow',
      ]);
      expect(second.passes.map(({ control }) => control).sort()).toEqual(
        expect.arrayContaining(['privileged', 'run-as-non-root']),
      );
    });

    it('counts events about admission since a time, the newest first', async () => {
      const world = await start();
      await world.send(
        kyvernoReport(
          { kind: 'Deployment', name: 'shop' },
          ['old', 'new', 'newer'].map(policy => ({ policy, result: 'fail' })),
        ),
        inProd,
      );
      const happened = (policy: string, at: string) =>
        world
          .knex('decisions')
          .where({ policy })
          .update({ scope_id: null, last_seen_at: at });
      await happened('old', '2026-11-13T11:59:59.999Z');
      await happened('new', '2026-11-13T12:00:00.000Z');
      await happened('newer', '2026-11-19T12:00:00.000Z');
      const { decisions } = await world.factsOf(shop);
      expect(decisions.map(({ policy }) => policy)).toEqual(['newer', 'new']);
      expect(decisions[0]).toMatchObject({
        subject: { kind: 'workload', name: 'shop', namespace: 'shop' },
        engine: 'kyverno',
        severity: 'medium',
        count: 1,
        lastSeenAt: '2026-11-19T12:00:00.000Z',
      });
    });

    it('does not let hundreds of permissions hide a denial', async () => {
      const world = await start();
      await world.send(
        kyvernoReport({ kind: 'Deployment', name: 'shop' }, [
          { policy: 'denies', result: 'fail' },
          ...Array.from({ length: 550 }, (_, n) => ({
            policy: `allows-${n}`,
            result: 'pass',
          })),
        ]),
        inProd,
      );
      await world
        .knex('decisions')
        .where({ policy: 'denies' })
        .update({ last_seen_at: '2026-10-01T10:00:00.000Z' });
      const { decisions } = await world.factsOf(shop);
      expect(decisions).toHaveLength(500);
      expect(decisions.at(-1)).toMatchObject({ policy: 'denies' });
    });
  },
);
