import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import { asCount, isoTime } from '../rows';

export interface PageRequest {
  cursor?: string;
  limit: number;
  direction: 'asc' | 'desc';
  /** SQL to order by, never a caller's; ties are broken by the id. */
  column: string;
  idColumn: string;
}

export interface PageOf<R> {
  rows: R[];
  nextCursor?: string;
  totalItems: number;
}

type Key = [string | number, string];

/**
 * One page of a filtered query by keyset: the cursor is the last row's key, so
 * that rows which come or go in between neither repeat nor hide others.
 */
export async function findPage<R extends object>(
  knex: Knex,
  filtered: Knex.QueryBuilder,
  select: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
  { cursor, limit, direction, column, idColumn }: PageRequest,
): Promise<PageOf<R>> {
  const [{ total }] = await filtered.clone().count({ total: '*' });
  const query = select(filtered.clone())
    .select(
      knex.raw(`${column} as page_key`),
      knex.raw(`${idColumn} as page_id`),
    )
    .orderByRaw(`${column} ${direction}, ${idColumn} ${direction}`)
    .limit(limit + 1);
  if (cursor) {
    const [key, id] = readCursor(cursor);
    const operator = direction === 'asc' ? '>' : '<';
    query.whereRaw(
      `(${column} ${operator} ? or (${column} = ? and ${idColumn} ${operator} ?))`,
      [key, key, id],
    );
  }
  const found: (R & { page_key: unknown; page_id: string })[] = await query;
  const rows = found.slice(0, limit);
  const last = rows[rows.length - 1];
  return {
    rows,
    nextCursor:
      found.length > limit
        ? writeCursor(last.page_key, last.page_id)
        : undefined,
    totalItems: asCount(total),
  };
}

function writeCursor(key: unknown, id: string): string {
  const plain = key instanceof Date ? isoTime(key) : key;
  return Buffer.from(JSON.stringify([plain, id])).toString('base64url');
}

function readCursor(cursor: string): Key {
  try {
    const key: unknown = JSON.parse(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    );
    if (
      Array.isArray(key) &&
      key.length === 2 &&
      ['string', 'number'].includes(typeof key[0]) &&
      typeof key[1] === 'string'
    ) {
      return [key[0], key[1]];
    }
  } catch {
    // falls through to the same answer
  }
  throw new InputError('cursor: not a cursor of this list');
}
