import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { ReportReceipt } from 'backstage-plugin-security-posture-common';
import type { Knex } from 'knex';
import { CatalogIndex, remapAll } from '../mapping';
import { defaultDeadlineRules } from '../model/deadline';
import { recompute } from '../recompute';
import { noDifference } from '../recompute/differences';
import { digest, trivyScan } from './__testUtils__/reports';
import { databases, entities, initDatabase } from './__testUtils__/scenario';
import {
  deployment,
  falcoEvent,
  grypeScan,
  kyvernoReport,
} from './__testUtils__/toolReports';
import { forgetAll, noUntruth, untruths } from './__testUtils__/truths';
import { useCasesOf } from './__testUtils__/useCases';
import { createWorld } from './__testUtils__/world';

jest.setTimeout(180_000);

const prod = { cluster: 'prod' };
const at = (minute: number) =>
  `2026-11-20T10:${String(minute).padStart(2, '0')}:00.000Z`;
const each = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

/** The same vulnerabilities under the names that two databases give them. */
const byCve = each(12, n => ({ id: `CVE-2026-${1000 + n}`, pkg: `lib${n}` }));
const byGhsa = each(12, n => ({
  id: `GHSA-aaaa-bbbb-${1000 + n}`,
  pkg: `lib${n}`,
  related: [`CVE-2026-${1000 + n}`],
}));

describe.each(databases.eachSupportedId())(
  'many writers at once, %p',
  databaseId => {
    let knex: Knex;
    let world: Awaited<ReturnType<typeof createWorld>>;

    beforeAll(async () => {
      knex = await initDatabase(databaseId);
      world = await createWorld(knex);
    });

    beforeEach(async () => {
      await forgetAll(knex);
      world.at(at(59));
    });

    const recomputed = () =>
      recompute({
        knex,
        deadlines: defaultDeadlineRules,
        now: world.now(),
        chunk: 5,
      });

    /** What is wrong in the store, and what differs from what follows from the evidence. */
    const wrong = async () => ({
      ...(await untruths(knex)),
      ...(await recomputed()),
    });
    const nothing = { ...noUntruth, ...noDifference() };

    const remap = async () => {
      const catalog = CatalogIndex.create({
        auth: mockServices.auth(),
        catalog: catalogServiceMock({ entities }),
        maxAge: 60_000,
      });
      return remapAll(knex, await catalog.get());
    };

    const changesOf = (receipts: ReportReceipt[][]) =>
      receipts
        .flat()
        .map(({ changes }) => changes)
        .reduce((sum, { new: added }) => sum + added, 0);

    const total = async (table: string, where: object = {}) => {
      const [{ count }] = await knex(table).where(where).count({ count: '*' });
      return Number(count);
    };

    it('take in one body once, however often it is sent', async () => {
      const scan = trivyScan(byCve, { at: at(1) });
      const receipts = await Promise.all(each(20, () => world.send(scan)));
      const firsts = receipts.flat().filter(({ duplicate }) => !duplicate);
      expect(receipts.flat()).toHaveLength(20);
      expect(firsts).toHaveLength(1);
      expect(changesOf(receipts)).toBe(12);
      expect(await total('findings', { state: 'open' })).toBe(12);
      expect(await total('observations')).toBe(12);
      expect(await total('reports')).toBe(1);
      expect(await wrong()).toEqual(nothing);
    });

    it('see each finding of one image as new once, whichever scanner and digest comes first', async () => {
      const sends = each(24, n => {
        const letter = 'abcd'[n % 4];
        const scan = n % 2 ? trivyScan : grypeScan;
        return world.send(scan(byCve, { letter, at: at(n) }));
      });
      const receipts = await Promise.all(sends);
      expect(receipts.flat().filter(({ duplicate }) => duplicate)).toEqual([]);
      expect(changesOf(receipts)).toBe(12);
      expect(await total('reports')).toBe(24);
      expect(await total('findings', { state: 'open' })).toBe(12);
      expect(await total('artifacts')).toBe(4);
      expect(await knex('artifacts').where('built', true)).toMatchObject([
        { digest: digest('d') },
      ]);
      expect(await total('verdicts')).toBe(24);
      expect(await wrong()).toEqual(nothing);
    });

    it('fold reports about the same workloads and events of the same pods', async () => {
      const policies = each(16, n =>
        world.send(
          {
            apiVersion: 'v1',
            kind: 'List',
            items: each(5, k =>
              kyvernoReport(
                // Not in the same order, as reports of a cluster are not.
                { kind: 'Deployment', name: `shop-${(k + n) % 5}` },
                [{ policy: 'disallow-privileged-containers', result: 'fail' }],
                { at: at(n) },
              ),
            ),
          },
          prod,
        ),
      );
      const alerts = each(16, n => world.send(falcoEvent(at(n)), prod));
      await Promise.all([...policies, ...alerts]);
      expect(await total('findings', { kind: 'misconfiguration' })).toBe(5);
      expect(await total('findings', { kind: 'alert' })).toBe(1);
      expect(await knex('alerts')).toMatchObject([{ count: 16 }]);
      const [{ first_seen_at, last_seen_at }] = await knex('alerts');
      expect([first_seen_at, last_seen_at].map(t => new Date(t))).toEqual(
        [at(0), at(15)].map(t => new Date(t)),
      );
      expect(await wrong()).toEqual(nothing);
    });

    it('map the same subjects, in whatever order they meet them', async () => {
      const names = each(12, n => `shop-${n}`);
      const list = (n: number) => ({
        apiVersion: 'v1',
        kind: 'List',
        items: names.map((_, k) =>
          kyvernoReport(
            {
              kind: 'Deployment',
              name: names[(k * 5 + n) % names.length],
              namespace: 'cart',
            },
            [{ policy: 'our-own-policy', result: 'fail' }],
            { at: at(n) },
          ),
        ),
      });
      const deliver = (body: object) => world.send(body, prod);
      await deliver(list(0));
      for (let round = 1; round < 4; round += 1) {
        await knex('subject_components').delete();
        const sends = each(8, n => list(round * 10 + n)).map(deliver);
        await Promise.all([...sends, ...each(4, () => remap())]);
        expect(await total('subject_components')).toBe(names.length);
      }
      expect(await world.findings('cart')).toHaveLength(names.length);
      expect(await wrong()).toEqual(nothing);
    });

    it('have one finding for all names, whoever teaches them and when', async () => {
      const images = ['shop', 'cart', 'web', 'api'];
      const sends = images.flatMap(name =>
        each(4, n => {
          const where = { image: `ghcr.io/acme/${name}`, at: at(n) };
          return n % 2
            ? world.send(grypeScan(byGhsa, where))
            : world.send(trivyScan(byCve, where));
        }),
      );
      const again = each(4, () => remap());
      await Promise.all([...sends, ...again]);
      expect(await total('findings')).toBe(images.length * 12);
      expect(await total('findings', { state: 'open' })).toBe(
        images.length * 12,
      );
      const problems = await knex('findings').distinct('problem');
      expect(problems.map(({ problem }) => problem).sort()).toEqual(
        byCve.map(({ id }) => id).sort(),
      );
      expect(await total('vulnerability_groups')).toBe(12);
      expect(await total('observations')).toBe(images.length * 24);
      expect(await wrong()).toEqual(nothing);
    });

    it('keep what people decide while reports, names and sweeps come in', async () => {
      const people = useCasesOf(world);
      await world.send(trivyScan(byCve, { at: at(1) }));
      const found = await world.findings('shop');
      expect(found).toHaveLength(12);
      const asked = [];
      for (const { id } of found.slice(0, 6)) {
        asked.push(
          await people.request({
            target: { findingId: id },
            scope: { kind: 'finding' },
          }),
        );
      }
      const decided = [
        ...asked.map(exception => people.approve(exception)),
        ...found
          .slice(6, 9)
          .map(({ id }) => people.triage(id, 'false-positive')),
      ];
      const sends = each(12, n => {
        const where = { at: at(2 + n), letter: 'ab'[n % 2] };
        return n % 3
          ? world.send(trivyScan(byCve, where))
          : world.send(grypeScan(byGhsa, where));
      });
      const rollouts = each(4, n =>
        world.send(
          deployment({ name: 'shop', letter: 'ab'[n % 2], tag: `1.${n}` }),
          prod,
        ),
      );
      const chores = [
        ...[people.endDay(), remap(), recomputed()],
        ...[people.endDay(), remap(), recomputed()],
      ];
      await Promise.all([...decided, ...sends, ...rollouts, ...chores]);

      const after = await world.findings('shop');
      const by = [...each(6, () => 'exception'), ...each(3, () => 'triage')];
      expect(
        new Map(after.map(({ id, suppressedBy }) => [id, suppressedBy])),
      ).toEqual(new Map(found.map(({ id }, n) => [id, by[n]])));
      expect(await total('exceptions', { status: 'approved' })).toBe(6);
      expect(await total('trail', { action: 'exception-approved' })).toBe(6);
      expect(await wrong()).toEqual(nothing);
    });
  },
);
