import { policyReport, trivyScan } from '../tests/__testUtils__/reports';
import { databases, initDatabase } from '../tests/__testUtils__/scenario';
import { createWorld } from '../tests/__testUtils__/world';

jest.setTimeout(60_000);

const critical = {
  id: 'CVE-2026-0001',
  pkg: 'openssl',
  fixed: '1.1',
  severity: 'CRITICAL',
};
const low = { id: 'CVE-2026-0002', pkg: 'zlib', severity: 'LOW' };

describe.each(databases.eachSupportedId())('the life of findings on %p', id => {
  it('stores what a scan shows', async () => {
    const world = await createWorld(await initDatabase(id));
    world.at('2026-11-20T12:00:00Z');
    const [receipt] = await world.send(trivyScan([critical, low]));
    expect(receipt.changes).toEqual({
      new: 2,
      reopened: 0,
      unchanged: 0,
      fixed: 0,
      suppressed: 0,
    });
    expect(await world.findings('shop')).toEqual([
      expect.objectContaining({ problem: 'CVE-2026-0001', state: 'open' }),
      expect.objectContaining({ problem: 'CVE-2026-0002', state: 'open' }),
    ]);
  });

  describe('when a controller empties its report at once', () => {
    const policies = Array.from(
      { length: 12 },
      (_, index): [string, string] => [`policy-${index}`, 'fail'],
    );

    /** As Kyverno rewrites its report of one Deployment. */
    const reportOf = (results: [string, string][], generation: number) => ({
      ...policyReport(results),
      metadata: {
        name: 'a',
        namespace: 'shop',
        generation,
        labels: { 'app.kubernetes.io/managed-by': 'kyverno' },
      },
    });

    async function emptied() {
      const world = await createWorld(await initDatabase(id));
      world.at('2026-11-20T12:00:00Z');
      await world.send(reportOf(policies, 1), { cluster: 'prod' });
      world.at('2026-11-20T12:30:00Z');
      const [receipt] = await world.send(reportOf([], 2), { cluster: 'prod' });
      expect(receipt.warnings.join()).toContain('All 12 findings are gone');
      const open = await world.findings('shop', { state: 'open' });
      expect(open).toHaveLength(12);
      return world;
    }

    it('closes nothing if it is full again at once', async () => {
      const world = await emptied();
      world.at('2026-11-20T12:31:00Z');
      await world.send(reportOf(policies, 3), { cluster: 'prod' });
      world.at('2026-11-20T13:30:00Z');
      await world.sweep();
      const open = await world.findings('shop', { state: 'open' });
      expect(open.map(({ reopenCount }) => reopenCount)).toEqual(
        Array(12).fill(0),
      );
    });

    it('closes them as of then if nothing else comes', async () => {
      const world = await emptied();
      world.at('2026-11-20T12:35:00Z');
      await world.sweep();
      expect(await world.findings('shop', { state: 'open' })).toHaveLength(12);
      world.at('2026-11-20T12:41:00Z');
      await world.sweep();
      expect(await world.findings('shop', { state: 'open' })).toEqual([]);
    });
  });
});
