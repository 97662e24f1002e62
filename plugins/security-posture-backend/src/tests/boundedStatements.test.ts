import type { Knex } from 'knex';
import { databases, initDatabase } from './__testUtils__/scenario';
import { trivyScan } from './__testUtils__/reports';
import {
  deployment,
  grypeScan,
  kyvernoReport,
} from './__testUtils__/toolReports';
import { createWorld } from './__testUtils__/world';

jest.setTimeout(180_000);

const few = 10;
const many = 3_000;

const vulnerabilities = (count: number, more: object = {}) =>
  Array.from({ length: count }, (_, n) => ({
    id: `CVE-2026-${10_000 + n}`,
    pkg: `lib${n}`,
    ...more,
  }));

describe.each(databases.eachSupportedId())(
  'the number of statements of a delivery, %p',
  databaseId => {
    let knex: Knex;
    let world: Awaited<ReturnType<typeof createWorld>>;

    beforeAll(async () => {
      knex = await initDatabase(databaseId);
      world = await createWorld(knex, [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: {
            name: 'shop',
            namespace: 'default',
            annotations: {
              'security-posture.io/images':
                'ghcr.io/acme/few,ghcr.io/acme/many',
            },
          },
          spec: { type: 'service', owner: 'group:default/payments' },
        },
      ]);
      world.at('2026-11-20T12:00:00.000Z');
    });

    /** The statements that it takes to take in a body. */
    async function cost(
      body: object,
      query: Parameters<typeof world.send>[1] = {},
    ): Promise<string[]> {
      const statements: string[] = [];
      const listen = ({ sql }: { sql: string }) => statements.push(sql);
      knex.on('query', listen);
      try {
        const [{ duplicate }] = await world.send(body, query);
        expect(duplicate).toBe(false);
      } finally {
        knex.removeListener('query', listen);
      }
      return statements;
    }

    it('is the same for few findings as for many, whatever happens to them', async () => {
      const scans: Record<string, (count: number, image: string) => object> = {
        new: (count, image) =>
          trivyScan(vulnerabilities(count), {
            image,
            at: '2026-11-20T01:00:00Z',
          }),
        'seen by another': (count, image) =>
          grypeScan(vulnerabilities(count), {
            image,
            at: '2026-11-20T02:00:00Z',
          }),
        unchanged: (count, image) =>
          trivyScan(vulnerabilities(count), {
            image,
            at: '2026-11-20T03:00:00Z',
          }),
        changed: (count, image) =>
          trivyScan(vulnerabilities(count, { severity: 'LOW', fixed: '2' }), {
            image,
            at: '2026-11-20T04:00:00Z',
          }),
        'of a new digest': (count, image) =>
          trivyScan(vulnerabilities(count), {
            image,
            letter: 'b',
            at: '2026-11-20T05:00:00Z',
          }),
        gone: (_, image) =>
          trivyScan([], { image, letter: 'b', at: '2026-11-20T06:00:00Z' }),
        'back again': (count, image) =>
          trivyScan(vulnerabilities(count), {
            image,
            letter: 'b',
            at: '2026-11-20T07:00:00Z',
          }),
      };
      for (const [what, scan] of Object.entries(scans)) {
        const small = await cost(scan(few, 'ghcr.io/acme/few'));
        const large = await cost(scan(many, 'ghcr.io/acme/many'));
        expect([what, large]).toEqual([what, small]);
      }
      const [{ total }] = await knex('findings').count({ total: '*' });
      expect(Number(total)).toBe(few + many);
    });

    it('is the same for few reports in a body as for many', async () => {
      const reports = (count: number, result: string, at: string) => ({
        apiVersion: 'v1',
        kind: 'List',
        items: Array.from({ length: count }, (_, n) =>
          kyvernoReport(
            {
              kind: 'Deployment',
              name: `shop-${n}`,
              namespace: count > few ? 'more' : 'less',
            },
            [
              { policy: 'disallow-privileged-containers', result },
              { policy: 'our-own-policy', result },
            ],
            { at },
          ),
        ),
      });
      const rounds = [
        ['fail', '2026-11-20T01:00:00Z'],
        ['pass', '2026-11-20T02:00:00Z'],
        ['fail', '2026-11-20T03:00:00Z'],
      ] as const;
      for (const [result, at] of rounds) {
        const query = { cluster: 'prod' };
        const small = await cost(reports(3, result, at), query);
        const large = await cost(reports(300, result, at), query);
        expect([at, large]).toEqual([at, small]);
      }
    });

    it('is the same for few workloads as for many', async () => {
      const workloads = (count: number, namespace: string) => ({
        apiVersion: 'v1',
        kind: 'List',
        items: Array.from({ length: count }, (_, n) =>
          deployment({
            name: `shop-${n}`,
            namespace,
            image: `ghcr.io/workloads/${namespace}`,
          }),
        ),
      });
      const query = { cluster: 'prod' };
      const small = await cost(workloads(3, 'few'), query);
      expect(await cost(workloads(300, 'many'), query)).toEqual(small);
    });
  },
);
