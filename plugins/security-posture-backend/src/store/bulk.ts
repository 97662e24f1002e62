import type { Knex } from 'knex';
import { tables, type Row, type TableName } from './tables';

export type ColumnType =
  | 'text'
  | 'integer'
  | 'double'
  | 'boolean'
  | 'timestamp';

const postgresTypes: Record<ColumnType, string> = {
  text: 'text',
  integer: 'integer',
  double: 'double precision',
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
  /** SQL that must hold for an existing row to change; spares writes that change nothing. */
  where?: string;
}

/**
 * Writes any number of rows in a bounded number of statements: they travel as
 * one JSON parameter, which both engines read as a table.
 */
export async function upsertRows<T extends TableName>(
  knex: Knex,
  table: T,
  rows: Row<T>[],
  { key, merge, where }: UpsertOptions,
): Promise<void> {
  const columns: [string, ColumnType][] = Object.entries(tables[table]);
  const names = columns.map(([column]) => `"${column}"`).join(', ');
  const set = Object.entries(merge ?? {})
    .map(([column, sql]) => `"${column}" = ${sql}`)
    .join(', ');
  const onConflict = `on conflict (${key
    .map(column => `"${column}"`)
    .join(', ')}) do ${
    set === ''
      ? 'nothing'
      : `update set ${set}${where ? ` where ${where}` : ''}`
  }`;
  // "where true" tells SQLite's parser that "on" belongs to the upsert.
  const from = `${selectRows(knex, columns)} where true`;
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

/**
 * Sets columns of any number of rows, each to its own values, in a bounded
 * number of statements. Rows that do not exist are passed over.
 */
export async function updateRows<
  T extends TableName,
  K extends keyof (typeof tables)[T] & string,
  C extends keyof (typeof tables)[T] & string,
>(
  knex: Knex,
  table: T,
  rows: Pick<Row<T>, K | C>[],
  { key, set }: { key: K[]; set: C[] },
): Promise<void> {
  const types: Record<string, ColumnType> = tables[table];
  const columns = [...key, ...set].map((column): [string, ColumnType] => [
    column,
    types[column],
  ]);
  const assignments = set.map(column => `"${column}" = n."${column}"`);
  const matches = key.map(column => `"${table}"."${column}" = n."${column}"`);
  const sql = `update "${table}" set ${assignments.join(
    ', ',
  )} from (${selectRows(knex, columns)}) as n where ${matches.join(' and ')}`;
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const values = rows
      .slice(start, start + ROWS_PER_STATEMENT)
      .map(row => [...key, ...set].map(column => row[column] ?? null));
    await knex.raw(sql, [storableJson(values)]);
  }
}

/** SQL that reads a JSON parameter, a list of lists, as rows. */
function selectRows(knex: Knex, columns: [string, ColumnType][]): string {
  return isPostgres(knex)
    ? `select ${columns
        .map(
          ([column, type], at) =>
            `(r.v->>${at})::${postgresTypes[type]} as "${column}"`,
        )
        .join(', ')} from jsonb_array_elements(?::jsonb) as r(v)`
    : `select ${columns
        .map(
          ([column], at) => `json_extract(r.value, '$[${at}]') as "${column}"`,
        )
        .join(', ')} from json_each(?) as r`;
}

/**
 * A set of texts as a subquery, for `whereIn`: any number, one parameter. An
 * array on PostgreSQL, whose planner then knows how many they are: it takes JSON
 * for a hundred, and reads all of a large table for a single one.
 */
export function textSet(
  knex: Knex,
  texts: Iterable<string>,
): Knex.QueryBuilder {
  return isPostgres(knex)
    ? knex
        .select('value')
        .from(
          knex.raw('unnest(?::text[]) as value', [
            Array.from(texts, wellFormed) as never,
          ]),
        )
    : knex
        .select('value')
        .from(knex.raw('json_each(?)', [storableJson([...texts])]));
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
