import { coverageOf, type CountedWorkload } from './coverageOf';

const prod = { cluster: 'prod', namespace: 'shop' };
const payments = { ...prod, ownerRef: 'group:default/payments' };

const workloads: CountedWorkload[] = [
  { outcome: 'owned', ...payments, systemRef: 'system:default/market' },
  { outcome: 'inherited', ...payments },
  { outcome: 'missing', ...payments },
  { outcome: 'unmapped', cluster: 'test', namespace: 'shop' },
  { outcome: 'unknown', cluster: 'test', namespace: 'shop' },
  { outcome: 'unknown', cluster: 'edge', namespace: 'shop' },
  { outcome: 'contradicting' },
];

describe('coverageOf', () => {
  it('counts by outcome and takes nothing that is unknown for unowned', () => {
    const { coverage } = coverageOf(workloads);
    expect(coverage.total).toBe(7);
    expect(coverage.outcomes).toMatchObject({
      owned: 1,
      inherited: 1,
      unknown: 2,
      unresolvable: 0,
    });
    expect(coverage.share).toBe(2 / 5);
  });

  it('puts the least covered part first, and last of what nothing is known', () => {
    const { clusters } = coverageOf(workloads);
    expect(
      clusters.items.map(({ cluster, total, share }) => [
        cluster,
        total,
        share,
      ]),
    ).toEqual([
      ['test', 2, 0],
      [undefined, 1, 0],
      ['prod', 3, 2 / 3],
      ['edge', 1, undefined],
    ]);
    expect(clusters.totalItems).toBe(4);
  });

  it('tells namespaces of the same name in several clusters apart', () => {
    const { namespaces } = coverageOf(workloads);
    expect(
      namespaces.items.map(({ cluster, namespace }) => [cluster, namespace]),
    ).toEqual([
      ['test', 'shop'],
      [undefined, undefined],
      ['prod', 'shop'],
      ['edge', 'shop'],
    ]);
  });

  it('counts by system and team, the rest too', () => {
    const { systems, teams } = coverageOf(workloads);
    expect(
      systems.items.map(({ systemRef, total }) => [systemRef, total]),
    ).toEqual([
      [undefined, 6],
      ['system:default/market', 1],
    ]);
    expect(teams.items.map(({ ownerRef, total }) => [ownerRef, total])).toEqual(
      [
        [undefined, 4],
        ['group:default/payments', 3],
      ],
    );
  });

  it('claims no share of nothing', () => {
    expect(coverageOf([]).coverage).toMatchObject({ total: 0 });
    expect(coverageOf([]).coverage.share).toBeUndefined();
  });

  it('lists a bounded number of parts and says how many there are', () => {
    const { namespaces } = coverageOf(
      Array.from({ length: 600 }, (_, at) => ({
        outcome: 'owned',
        namespace: `n${at}`,
      })),
    );
    expect(namespaces.items).toHaveLength(500);
    expect(namespaces.totalItems).toBe(600);
  });
});
