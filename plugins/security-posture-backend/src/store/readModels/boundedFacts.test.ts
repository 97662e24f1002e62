import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { digest, trivyScan } from '../../tests/__testUtils__/reports';
import { databases, initDatabase } from '../../tests/__testUtils__/scenario';
import {
  deployment,
  falcoEvent,
  kyvernoReport,
} from '../../tests/__testUtils__/toolReports';
import { createWorld } from '../../tests/__testUtils__/world';
import { statementsOf } from './facts/__testUtils__/factsWorld';
import { findComponentFacts } from './findComponentFacts';
import { findImageFacts } from './findImageFacts';

jest.setTimeout(180_000);

const many = 60;
const nameOf = (n: number) => `service-${n}`;
const imageOf = (n: number) => `ghcr.io/acme/${nameOf(n)}`;
const refOf = (n: number) => `component:default/${nameOf(n)}`;
const numbers = Array.from({ length: many }, (_, n) => n);

const entities = numbers.map(
  (n): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: nameOf(n),
      namespace: 'default',
      annotations: {
        'security-posture.io/images': imageOf(n),
        'security-posture.io/workloads': `prod/shop/*/${nameOf(n)}`,
      },
    },
    spec: { type: 'service' },
  }),
);

describe.each(databases.eachSupportedId())(
  'the number of statements of facts, %p',
  databaseId => {
    let knex: Knex;

    beforeAll(async () => {
      knex = await initDatabase(databaseId);
      const world = await createWorld(knex, entities);
      world.at('2026-11-20T12:00:00.000Z');
      const scans = numbers.map(n =>
        trivyScan(
          // The first has few, the last one has many.
          Array.from({ length: n * 3 + 1 }, (_, c) => ({
            id: `CVE-2026-${1000 + c}`,
            pkg: `lib${c}`,
          })),
          { image: imageOf(n) },
        ),
      );
      await world.send(scans.map(scan => JSON.stringify(scan)).join('\n'));
      const inCluster = { cluster: 'prod' };
      await world.send(
        {
          apiVersion: 'v1',
          kind: 'List',
          items: numbers.flatMap(n => [
            deployment({ name: nameOf(n), image: imageOf(n) }),
            kyvernoReport({ kind: 'Deployment', name: nameOf(n) }, [
              { policy: 'disallow-privileged-containers', result: 'pass' },
              { policy: 'our-own-policy', result: 'fail' },
            ]),
          ]),
        },
        inCluster,
      );
      await world.send(
        numbers
          .map(n =>
            JSON.stringify(
              falcoEvent('2026-11-20T10:00:00.000000000Z', {
                pod: `${nameOf(n)}-7d9c8f5b6-x2k4t`,
              }),
            ),
          )
          .join('\n'),
        inCluster,
      );
    });

    const ask = async (entityRefs: string[]) => {
      let found: Awaited<ReturnType<typeof findComponentFacts>> = new Map();
      const statements = await statementsOf(knex, async () => {
        found = await findComponentFacts(knex, entityRefs, {
          now: new Date('2026-11-20T12:00:00.000Z'),
          decisionsSince: '2026-11-13T12:00:00.000Z',
        });
      });
      return { found, statements };
    };

    it('is the same for one component as for many', async () => {
      const one = await ask([refOf(0)]);
      const all = await ask(numbers.map(refOf));
      expect(all.statements).toEqual(one.statements);
      expect(one.statements.length).toBeLessThanOrEqual(18);
      expect(all.found.size).toBe(many);
      for (const n of numbers) {
        const facts = all.found.get(refOf(n));
        expect([
          n,
          facts?.findings.length,
          facts?.workloads.length,
          facts?.passes.length,
          facts?.decisions.length,
          facts?.artifacts.length,
        ]).toEqual([n, n * 3 + 1 + 2, 1, 1, 2, 1]);
      }
      expect(all.found.get(refOf(0))).toEqual(one.found.get(refOf(0)));
    });

    it('is the same for one image as for many', async () => {
      const query = (n: number) => ({ name: imageOf(n), digest: digest('a') });
      let found: Awaited<ReturnType<typeof findImageFacts>> = [];
      const one = await statementsOf(knex, () =>
        findImageFacts(knex, [query(0)]),
      );
      const all = await statementsOf(knex, async () => {
        found = await findImageFacts(knex, numbers.map(query));
      });
      expect(all).toEqual(one);
      expect(one.length).toBeLessThanOrEqual(7);
      expect(found.map(({ findings }) => findings.length)).toEqual(
        numbers.map(n => n * 3 + 1),
      );
    });
  },
);
