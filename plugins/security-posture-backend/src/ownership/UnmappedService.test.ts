import {
  unmappedPageSchema,
  unmappedQuerySchema,
} from 'backstage-plugin-security-posture-common';
import { trivyScan } from '../tests/__testUtils__/reports';
import { databases, initDatabase } from '../tests/__testUtils__/scenario';
import {
  createOwnershipWorld,
  listOf,
  manifest,
} from './__testUtils__/ownershipWorld';

jest.setTimeout(120_000);

const all = { components: undefined };

describe.each(databases.eachSupportedId())('what is unmapped on %p', id => {
  async function ready() {
    const world = await createOwnershipWorld(await initDatabase(id));
    await world.send(
      listOf(
        manifest('shop-api'),
        manifest('cart-worker', { labels: { tier: 'web' } }),
        manifest('hermit', { namespace: 'cave', image: 'ghcr.io/acme/cart' }),
      ),
      { cluster: 'prod' },
    );
    world.at('2026-11-21T12:00:00.000Z');
    await world.send(
      trivyScan([], {
        at: '2026-11-21T11:00:00Z',
        image: 'ghcr.io/acme/orphan_x',
      }),
    );
    return world;
  }

  const list = async (
    world: Awaited<ReturnType<typeof ready>>,
    query: Record<string, string> = {},
    reader: Parameters<typeof world.unmapped.list>[1] = all,
  ) =>
    unmappedPageSchema.parse(
      await world.unmapped.list(unmappedQuerySchema.parse(query), reader),
    );

  it('lists subjects that no component claims, those seen last first', async () => {
    const world = await ready();
    const { items, totalItems } = await list(world);
    expect(items[0]).toMatchObject({
      subject: { kind: 'image', name: 'ghcr.io/acme/orphan_x' },
      lastSeenAt: '2026-11-21T12:00:00.000Z',
      tools: ['Trivy'],
      claim: {
        key: 'security-posture.io/images',
        value: 'ghcr.io/acme/orphan_x',
      },
    });
    expect(items[0].candidates[0]).toMatchObject({
      entityRef: 'component:default/orphan',
    });
    const listed = items.map(({ subject }) => subject.name).sort();
    expect(listed).toEqual([
      'cart-worker',
      'ghcr.io/acme/cart-worker',
      'ghcr.io/acme/orphan_x',
      'hermit',
    ]);
    expect(totalItems).toBe(4);
  });

  it('says who may own a workload, why, and how to claim it', async () => {
    const world = await ready();
    const { items } = await list(world, { kind: 'workload', text: 'HERM' });
    expect(items).toEqual([
      expect.objectContaining({
        subject: {
          kind: 'workload',
          cluster: 'prod',
          namespace: 'cave',
          workloadKind: 'Deployment',
          name: 'hermit',
        },
        labels: { app: 'hermit' },
        candidates: [
          expect.objectContaining({
            entityRef: 'component:default/cart',
            reasons: ['It runs its image ghcr.io/acme/cart'],
          }),
        ],
        claim: expect.objectContaining({
          key: 'security-posture.io/workloads',
          value: 'prod/cave/Deployment/hermit',
        }),
      }),
    ]);
  });

  it('counts the neighbours of its own cluster', async () => {
    const world = await ready();
    await world.send(listOf(manifest('cart'), manifest('lost')), {
      cluster: 'test',
    });
    const { items } = await list(world, {
      kind: 'workload',
      namespace: 'shop',
      cluster: 'prod',
    });
    expect(
      items.map(({ subject, candidates }) => [
        subject.name,
        candidates.map(({ entityRef, reasons }) => [entityRef, ...reasons]),
      ]),
    ).toEqual([
      [
        'cart-worker',
        [
          [
            'component:default/shop',
            '1 of 1 others in namespace shop belong to it',
            'Namespace shop is named like it',
          ],
          [
            'component:default/cart',
            'cart-worker is named like it',
            'Its image ghcr.io/acme/cart-worker is named like it',
            'Label app: cart-worker',
          ],
        ],
      ],
    ]);
  });

  it('names no component that the caller may not read', async () => {
    const world = await ready();
    const { items } = await list(
      world,
      {},
      { components: new Set(['component:default/shop']) },
    );
    expect(items).toHaveLength(4);
    expect(
      new Set(
        items.flatMap(({ candidates }) =>
          candidates.map(({ entityRef }) => entityRef),
        ),
      ),
    ).toEqual(new Set(['component:default/shop']));
  });

  it('goes through pages', async () => {
    const world = await ready();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list(world, { limit: '3', ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ subject }) => subject.name));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(4);
    expect(seen).toHaveLength(4);
  });
});
