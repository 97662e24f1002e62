import {
  ownershipRepairQuerySchema,
  ownershipSummarySchema,
  ownershipWorkloadsPageSchema,
  ownershipWorkloadsQuerySchema,
} from 'backstage-plugin-security-posture-common';
import { parseAllDocuments } from 'yaml';
import { databases, initDatabase } from '../tests/__testUtils__/scenario';
import { kyvernoReport } from '../tests/__testUtils__/toolReports';
import {
  createOwnershipWorld,
  everything,
  listOf,
  manifest,
  policy,
} from './__testUtils__/ownershipWorld';
import type { OwnershipReader } from './OwnershipReaders';
import { OwnershipService } from './OwnershipService';

jest.setTimeout(120_000);

const asQuery = (query: Record<string, string>) =>
  ownershipWorkloadsQuerySchema.parse({ limit: '100', ...query });

const onlyShop: OwnershipReader = {
  ...everything,
  components: new Set(['component:default/shop']),
  seesUnmapped: false,
};

const names = ({ items }: { items: { subject: { name: string } }[] }) =>
  items.map(({ subject }) => subject.name);

describe.each(databases.eachSupportedId())('ownership on %p', id => {
  async function ready() {
    const world = await createOwnershipWorld(await initDatabase(id));
    await world.send(
      listOf(
        manifest('shop-api', { annotations: { 'a8r.io/owner': 'payments' } }),
        manifest('shop-web'),
        manifest('shop-worker'),
        manifest('cart', { annotations: { team: 'payments' } }),
        manifest('orphan'),
        manifest('lost'),
        manifest('stranger', { image: 'ghcr.io/acme/cart' }),
        manifest('hermit', {
          namespace: 'cave',
          image: 'ghcr.io/acme/cart',
        }),
        {
          apiVersion: 'v1',
          kind: 'Service',
          metadata: {
            name: 'web',
            namespace: 'shop',
            annotations: { owner: 'Payments' },
          },
          spec: { selector: { app: 'shop-web' } },
        },
        { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'cave' } },
      ),
      { cluster: 'prod' },
    );
    await world.send(
      kyvernoReport(
        { kind: 'Deployment', name: 'shop-silent', namespace: 'shop' },
        [{ policy: 'require-labels', result: 'fail' }],
      ),
      { cluster: 'prod' },
    );
    return world;
  }

  const list = async (
    world: Awaited<ReturnType<typeof ready>>,
    query: Record<string, string> = {},
    reader: OwnershipReader = everything,
  ) => {
    const page = await world.ownership.list(asQuery(query), reader);
    ownershipWorkloadsPageSchema.parse(page);
    return page;
  };

  it('says of each workload that runs pods who owns it', async () => {
    const world = await ready();
    const page = await list(world);
    expect(
      page.items.map(({ subject, outcome, owner, suggestion }) => [
        subject.name,
        outcome,
        owner?.name,
        suggestion?.because,
        suggestion?.owner.name,
      ]),
    ).toEqual([
      ['hermit', 'unmapped', undefined, 'image', 'checkout'],
      ['cart', 'contradicting', 'checkout', 'component', 'checkout'],
      ['lost', 'unresolvable', undefined, 'namespace', 'Payments'],
      ['orphan', 'component-without-owner', undefined, 'namespace', 'Payments'],
      ['shop-api', 'owned', 'Payments', undefined, undefined],
      ['shop-silent', 'unknown', 'Payments', undefined, undefined],
      ['shop-web', 'owned', 'Payments', undefined, undefined],
      ['shop-worker', 'missing', 'Payments', 'component', 'Payments'],
      ['stranger', 'unmapped', undefined, 'namespace', 'Payments'],
    ]);
    expect(page).toMatchObject({ totalItems: 9, isTruncated: false });
    expect(
      page.items.find(({ subject }) => subject.name === 'shop-web'),
    ).toEqual(
      expect.objectContaining({
        entityRefs: ['component:default/shop'],
        systemRef: 'system:default/market',
        source: {
          where: 'service',
          object: 'web',
          key: 'owner',
          value: 'Payments',
        },
        lastSeenAt: '2026-11-20T12:00:00.000Z',
      }),
    );
  });

  it('lets a namespace name the owner for all in it', async () => {
    const world = await ready();
    await world.send(
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: 'shop', labels: { team: 'payments' } },
      },
      { cluster: 'prod' },
    );
    expect(names(await list(world, { outcome: 'inherited' }))).toEqual([
      'shop-silent',
      'shop-worker',
    ]);
  });

  it.each([
    [{ outcome: 'missing,unmapped' }, ['hermit', 'shop-worker', 'stranger']],
    [{ namespace: 'cave' }, ['hermit']],
    [{ cluster: 'test' }, []],
    [{ owner: 'group:default/Checkout' }, ['cart']],
    [{ owner: 'group:default/nobody' }, ['lost']],
    [
      { system: 'system:default/market', outcome: 'owned' },
      ['shop-api', 'shop-web'],
    ],
    [{ system: 'system:default/other' }, []],
  ])('filters by %j', async (query, expected) => {
    const world = await ready();
    const page = await list(world, query);
    expect(names(page)).toEqual(expected);
    expect(page.totalItems).toBe(expected.length);
  });

  it('goes through pages', async () => {
    const world = await ready();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list(world, { limit: '4', ...(cursor && { cursor }) });
      seen.push(...names(page));
      expect(page.totalItems).toBe(9);
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(names(await list(world)));
  });

  it('shows nothing of components that the caller may not read', async () => {
    const world = await ready();
    const page = await list(world, {}, onlyShop);
    expect(names(page)).toEqual([
      'shop-api',
      'shop-silent',
      'shop-web',
      'shop-worker',
    ]);
    const summary = await world.ownership.summarise(onlyShop);
    expect(summary.coverage.total).toBe(4);
    expect(summary.unmapped).toBeUndefined();
  });

  it('guesses by no image line of a component that the caller may not read', async () => {
    const world = await ready();
    const page = await list(
      world,
      { namespace: 'cave' },
      { ...onlyShop, seesUnmapped: true },
    );
    expect(names(page)).toEqual(['hermit']);
    expect(page.items[0].suggestion).toBeUndefined();
  });

  it('shows what is unmapped only to who may see it', async () => {
    const world = await ready();
    const reader = { ...everything, seesUnmapped: false };
    expect(names(await list(world, {}, reader))).not.toContain('stranger');
  });

  it('sums up', async () => {
    const world = await ready();
    const summary = ownershipSummarySchema.parse(
      await world.ownership.summarise(everything),
    );
    expect(summary.coverage).toMatchObject({
      total: 9,
      share: 2 / 8,
      outcomes: { owned: 2, unmapped: 2, missing: 1, unknown: 1 },
    });
    expect(
      summary.teams.items.map(({ ownerRef, total }) => [ownerRef, total]),
    ).toEqual([
      [undefined, 3],
      ['group:default/checkout', 1],
      ['group:default/nobody', 1],
      ['group:default/payments', 4],
    ]);
    expect(summary.unmapped?.kinds.workload).toBeGreaterThanOrEqual(2);
    expect(summary.evaluatedAt).toBe('2026-11-20T12:00:00.000Z');
  });

  it('says so when there is more than it judges', async () => {
    const world = await ready();
    const small = OwnershipService.create({
      knex: world.knex,
      catalog: world.catalog,
      policy,
      maxWorkloads: 3,
    });
    const page = await small.list(asQuery({}), everything);
    expect(page).toMatchObject({ totalItems: 3, isTruncated: true });
    expect(await small.summarise(everything)).toMatchObject({
      coverage: { total: 3 },
      isTruncated: true,
    });
  });

  const repair = async (
    world: Awaited<ReturnType<typeof ready>>,
    query: Record<string, string>,
  ) =>
    world.ownership.repair(ownershipRepairQuerySchema.parse(query), everything);

  const repaired = (text: string) =>
    parseAllDocuments(text).flatMap(document => {
      const patch = document.toJS();
      return patch
        ? `${patch.metadata.name}: ${patch.metadata.annotations['a8r.io/owner']}`
        : [];
    });

  it('repairs a namespace', async () => {
    const world = await ready();
    expect(repaired(await repair(world, { namespace: 'shop' }))).toEqual([
      'shop-worker: payments',
    ]);
    expect(
      repaired(
        await repair(world, {
          namespace: 'shop',
          outcome: 'missing,contradicting,unmapped',
        }),
      ),
    ).toEqual([
      'cart: checkout',
      'shop-worker: payments',
      'stranger: payments',
    ]);
  });

  it('repairs a team and the teams below it', async () => {
    const world = await ready();
    const outcome = 'missing,contradicting';
    expect(
      repaired(
        await repair(world, { team: 'group:default/payments', outcome }),
      ),
    ).toEqual(['cart: checkout', 'shop-worker: payments']);
    expect(
      await repair(world, {
        team: 'group:default/checkout',
        outcome,
        format: 'shell',
      }),
    ).toBe(
      '#!/bin/sh\nkubectl annotate --namespace=shop deployment.apps/cart a8r.io/owner=checkout\n',
    );
  });

  it('writes no script for several clusters', async () => {
    const world = await ready();
    await world.send(listOf(manifest('stranger'), manifest('cart')), {
      cluster: 'test',
    });
    const query = { team: 'group:default/payments', outcome: 'missing' };
    await expect(repair(world, query)).rejects.toThrow(
      'cluster: expected one of prod, test; a script is for one cluster',
    );
    expect(
      repaired(await repair(world, { ...query, cluster: 'test' })),
    ).toEqual(['cart: checkout']);
  });
});
