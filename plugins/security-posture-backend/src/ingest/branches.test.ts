import { trivyScan } from '../tests/__testUtils__/reports';
import { databases, initDatabase } from '../tests/__testUtils__/scenario';
import { createWorld } from '../tests/__testUtils__/world';

jest.setTimeout(60_000);

const openssl = { id: 'CVE-2026-0001', pkg: 'openssl' };
const zlib = { id: 'CVE-2026-0002', pkg: 'zlib' };

describe.each(databases.eachSupportedId())(
  'reports of other branches than the default one on %p',
  id => {
    async function start() {
      const world = await createWorld(await initDatabase(id));
      const scan = async (
        day: number,
        letter: string,
        branch: string,
        found: (typeof openssl)[],
      ) => {
        world.at(`2026-11-${day}T12:00:00Z`);
        const at = `2026-11-${day}T10:00:00Z`;
        const [receipt] = await world.send(trivyScan(found, { letter, at }), {
          branch,
          commit: `${branch}-${letter}`,
        });
        return receipt.changes;
      };
      const states = async () =>
        (await world.findings('shop')).map(each => [each.problem, each.state]);
      const lastReportAt = async () =>
        (await world.stages('shop')).build.tools.map(tool => tool.lastReportAt);
      return { world, scan, states, lastReportAt };
    }

    const none = { new: 0, reopened: 0, unchanged: 0, fixed: 0, suppressed: 0 };

    it('open nothing, close nothing and make nothing fresh', async () => {
      const { scan, states, lastReportAt } = await start();
      await scan(20, 'a', 'main', [openssl]);
      expect(await scan(21, 'b', 'feature', [zlib])).toEqual(none);
      expect(await states()).toEqual([[openssl.id, 'open']]);
      expect(await lastReportAt()).toEqual(['2026-11-20T10:00:00.000Z']);
    });

    it('count as far as their image runs', async () => {
      const { world, scan, states, lastReportAt } = await start();
      await scan(20, 'a', 'main', []);
      await world.knex('subjects').insert({
        id: 'w',
        kind: 'workload',
        name: 'shop',
        labels: '{}',
        first_seen_at: '2026-11-20T10:00:00.000Z',
        last_seen_at: '2026-11-20T10:00:00.000Z',
      });
      await world.knex('workload_images').insert({
        workload_id: 'w',
        image_id: (await world.knex('artifacts').first()).subject_id,
        digest: `sha256:${'b'.repeat(64)}`,
        last_seen_at: '2026-11-20T10:00:00.000Z',
      });
      expect(await scan(21, 'b', 'feature', [zlib])).toEqual({
        ...none,
        new: 1,
      });
      expect(await states()).toEqual([[zlib.id, 'open']]);
      expect(await lastReportAt()).toEqual(['2026-11-21T10:00:00.000Z']);
    });

    it('do not take over a digest that the default branch built', async () => {
      const { world, scan, states } = await start();
      await scan(20, 'a', 'main', [openssl]);
      await scan(21, 'a', 'feature', [openssl]);
      expect(
        await world.knex('artifacts').select('branch', 'commit_id'),
      ).toEqual([{ branch: 'main', commit_id: 'main-a' }]);
      await scan(22, 'b', 'feature', []);
      expect(await states()).toEqual([[openssl.id, 'open']]);
    });
  },
);
