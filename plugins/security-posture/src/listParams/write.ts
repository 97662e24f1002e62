import {
  ANY,
  defaultPageSize,
  limitParam,
  orderParam,
  textParam,
  type Choices,
  type ListShape,
  type Order,
} from './types';

/** A copy of `search` in which `name` is `value`, or absent. */
function withParam(
  search: URLSearchParams,
  name: string,
  value: string | undefined,
): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value === undefined || value === '') next.delete(name);
  else next.set(name, value);
  return next;
}

export function withChoice<C extends Choices>(
  search: URLSearchParams,
  shape: Pick<ListShape<C>, 'defaults'>,
  name: keyof C & string,
  values: readonly string[],
): URLSearchParams {
  const fallback: readonly string[] = shape.defaults[name] ?? [];
  const isDefault = values.join() === fallback.join();
  return withParam(
    search,
    name,
    isDefault ? undefined : values.join(',') || ANY,
  );
}

export function withText(search: URLSearchParams, text: string) {
  return withParam(search, textParam, text.trim());
}

export function withOrder(
  search: URLSearchParams,
  shape: Pick<ListShape<Choices>, 'defaultOrder'>,
  order: Order,
) {
  const text = `${order.field}:${order.direction}`;
  const { field, direction } = shape.defaultOrder;
  const isDefault = text === `${field}:${direction}`;
  return withParam(search, orderParam, isDefault ? undefined : text);
}

export function withLimit(search: URLSearchParams, limit: number) {
  const isDefault = limit === defaultPageSize;
  return withParam(search, limitParam, isDefault ? undefined : String(limit));
}

/** Without filters; order and page size stay. */
export function withoutFilters(
  search: URLSearchParams,
  { choices }: Pick<ListShape<Choices>, 'choices'>,
) {
  return [...Object.keys(choices), textParam].reduce(
    (rest, name) => withParam(rest, name, undefined),
    search,
  );
}
