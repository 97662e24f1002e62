import { pageOf } from './pageOf';

const workload = (name: string, namespace = 'shop') => ({
  id: `${namespace}/${name}`,
  subject: { kind: 'workload', name, namespace } as const,
});
const ids = (page: { items: { id: string }[] }) =>
  page.items.map(({ id }) => id);

describe('pageOf', () => {
  const all = [workload('b'), workload('a'), workload('c', 'cart')];

  it('goes through all of them in the order of their places', () => {
    const first = pageOf(all, { limit: 2 });
    expect(ids(first)).toEqual(['cart/c', 'shop/a']);
    expect(first.totalItems).toBe(3);
    const second = pageOf(all, { limit: 2, cursor: first.nextCursor });
    expect(ids(second)).toEqual(['shop/b']);
    expect(second.nextCursor).toBeUndefined();
  });

  it('goes on where it was when the last one is gone', () => {
    const { nextCursor: cursor } = pageOf(all, { limit: 2 });
    const left = [workload('b'), workload('0'), workload('ab')];
    expect(ids(pageOf(left, { limit: 5, cursor }))).toEqual([
      'shop/ab',
      'shop/b',
    ]);
  });

  it('refuses what is no cursor', () => {
    expect(() => pageOf(all, { limit: 1, cursor: 'x' })).toThrow(
      'cursor: not a cursor of this list',
    );
  });
});
