import type { Knex } from 'knex';
import { tables, type Row, type TableName } from './tables';

export type ColumnType = 'text' | 'integer' | 'boolean' | 'timestamp';

const postgresTypes: Record<ColumnType, string> = {
  text: 'text',
  integer: 'integer',
  boolean: 'boolean',
  timestamp: 'timestamptz',
};

/** Rows of one statement; keeps the parameter well below what engines accept. */
const ROWS_PER_STATEMENT = 20_000;

export interface UpsertOptions {
  key: string[];
  /**
   * SQL for each column to change when the key exists. `excluded.x` is the new
   * value, `table.x` the old one. Nothing changes without it.
   */
  merge?: Record<string, string>;
}

/**
 * Writes any number of rows in a bounded number of statements: they travel as
 * one JSON parameter, which both engines read as a table.
 */
export async function upsertRows<T extends TableName>(
  knex: Knex,
  table: T,
  rows: Row<T>[],
  { key, merge }: UpsertOptions,
): Promise<void> {
  const columns: [string, ColumnType][] = Object.entries(tables[table]);
  const names = columns.map(([column]) => `"${column}"`).join(', ');
  const set = Object.entries(merge ?? {})
    .map(([column, sql]) => `"${column}" = ${sql}`)
    .join(', ');
  const onConflict = `on conflict (${key
    .map(column => `"${column}"`)
    .join(', ')}) do ${set === '' ? 'nothing' : `update set ${set}`}`;
  const from = isPostgres(knex)
    ? `select ${columns
        .map(([, type], at) => `(r.v->>${at})::${postgresTypes[type]}`)
        .join(', ')} from json_array_elements(?::json) as r(v)`
    : // "where true" tells SQLite's parser that "on" belongs to the upsert.
      `select ${columns
        .map((_, at) => `json_extract(r.value, '$[${at}]')`)
        .join(', ')} from json_each(?) as r where true`;
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const chunk = rows.slice(start, start + ROWS_PER_STATEMENT);
    const values = chunk.map(row =>
      columns.map(([column]) => row[column as keyof Row<T>] ?? null),
    );
    await knex.raw(`insert into "${table}" (${names}) ${from} ${onConflict}`, [
      storableJson(values),
    ]);
  }
}

/** A set of texts as a subquery, for `whereIn`: any number, one parameter. */
export function textSet(
  knex: Knex,
  texts: Iterable<string>,
): Knex.QueryBuilder {
  const list = storableJson([...texts]);
  return isPostgres(knex)
    ? knex
        .select('value')
        .from(knex.raw('json_array_elements_text(?::json) as value', [list]))
    : knex.select('value').from(knex.raw('json_each(?)', [list]));
}

export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

// PostgreSQL has no NUL in texts and no lone surrogates in JSON.
function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  return /\\u(0000|d[89ab])/i.test(json)
    ? JSON.stringify(value, (_, inner) =>
        typeof inner === 'string' ? wellFormed(inner) : inner,
      )
    : json;
}

function wellFormed(text: string): string {
  // eslint-disable-next-line no-control-regex
  return Buffer.from(text.replace(/\u0000/g, ''), 'utf8').toString('utf8');
}
