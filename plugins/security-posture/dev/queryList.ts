interface PageQuery {
  orderBy?: string;
  limit?: number;
  cursor?: string;
  q?: string;
}

export interface ListSource<Row> {
  rows: Row[];
  keeps: (row: Row) => boolean;
  /** What a row is ordered by; what sorts first in ascending order is least. */
  keyOf: (row: Row, field: string) => string | number;
}

const within = (row: unknown, text: string) =>
  JSON.stringify(row).toLowerCase().includes(text);

/** Filters, orders and pages in memory, as the backend does in its database. */
export function queryList<Row>(
  { rows, keeps, keyOf }: ListSource<Row>,
  query: PageQuery,
  defaultOrder: string,
) {
  const [field, direction] = (query.orderBy ?? defaultOrder).split(':');
  const sign = direction === 'desc' ? -1 : 1;
  const text = (query.q ?? '').toLowerCase();
  const found = rows
    .filter(row => keeps(row) && within(row, text))
    .sort((a, b) => {
      const [x, y] = [keyOf(a, field), keyOf(b, field)];
      if (x === y) return 0;
      return x < y ? -sign : sign;
    });
  const start = Number(query.cursor ?? 0);
  const end = start + (query.limit ?? 25);
  return {
    items: found.slice(start, end),
    nextCursor: end < found.length ? String(end) : undefined,
    totalItems: found.length,
  };
}

/** No value chosen means any. */
export function among<V>(chosen: readonly V[] | undefined, value: V): boolean {
  return !chosen || chosen.length === 0 || chosen.includes(value);
}
