import {
  ANY,
  defaultPageSize,
  limitParam,
  orderParam,
  pageSizes,
  textParam,
  type Choices,
  type Chosen,
  type ListParams,
  type ListShape,
  type Order,
} from './types';

function readChoice<V extends string>(
  raw: string | null,
  values: readonly V[],
  fallback: V[],
): V[] {
  if (raw === null) return fallback;
  if (raw === ANY) return [];
  const given = raw.split(',');
  const known = values.filter(value => given.includes(value));
  return known.length > 0 ? known : fallback;
}

function readOrder<F extends string>(
  raw: string | null,
  fields: readonly F[],
  fallback: Order<F>,
): Order<F> {
  const [name, direction] = (raw ?? '').split(':');
  const field = fields.find(known => known === name);
  if (!field) return fallback;
  return { field, direction: direction === 'desc' ? 'desc' : 'asc' };
}

function readLimit(raw: string | null): number {
  return pageSizes.find(size => String(size) === raw) ?? defaultPageSize;
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.join() === b.join();
}

/** What the URL asks of a list. What it does not know, it ignores. */
export function readListParams<C extends Choices, F extends string>(
  search: URLSearchParams,
  { choices, defaults, fields, defaultOrder }: ListShape<C, F>,
): ListParams<C, F> {
  const names: (keyof C & string)[] = Object.keys(choices);
  const chosen: Partial<Chosen<C>> = {};
  for (const name of names) {
    const fallback = defaults[name] ?? [];
    chosen[name] = readChoice(search.get(name), choices[name], fallback);
  }
  const text = search.get(textParam) ?? '';
  return {
    chosen: chosen as Chosen<C>,
    text,
    order: readOrder(search.get(orderParam), fields, defaultOrder),
    limit: readLimit(search.get(limitParam)),
    filtered:
      text !== '' ||
      names.some(name => !same(chosen[name] ?? [], defaults[name] ?? [])),
  };
}
