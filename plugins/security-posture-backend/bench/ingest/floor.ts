import type { Knex } from 'knex';
import { upsertRows } from '../../src/store/bulk';
import { tables, type TableName } from '../../src/store/tables';

/** The tables that a scan writes rows to for each of its findings. */
const perFinding: TableName[] = ['findings', 'verdicts', 'observations'];

const CHUNK = 400;

/**
 * The least that storing a scan can cost: JSON.parse of the same bytes, and as
 * many rows of the same width into tables with the same indexes, in one
 * transaction, by the faster of two ways: many-row inserts, and one JSON
 * parameter that the engine reads as rows.
 */
export class Floor {
  readonly #knex: Knex;
  readonly #rows = new Map<TableName, Record<string, unknown>[]>();

  static async of(knex: Knex): Promise<Floor> {
    const floor = new Floor(knex);
    for (const table of perFinding) {
      floor.#rows.set(table, await knex(table).select('*'));
    }
    return floor;
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  rowCount(): number {
    return [...this.#rows.values()].reduce((sum, rows) => sum + rows.length, 0);
  }

  /** Milliseconds of the faster way, with empty tables. */
  async time(body: Buffer): Promise<number> {
    const times = [];
    for (const way of ['inserts', 'json'] as const) {
      await this.#empty();
      const start = performance.now();
      JSON.parse(body.toString('utf8'));
      await this.#knex.transaction(async tx => {
        for (const [table, rows] of this.#rows) {
          if (way === 'inserts') {
            await tx.batchInsert(table, rows as never, CHUNK);
          } else {
            await upsertRows(tx, table, rows.map(plain) as never, {
              key: keyOf(table),
            });
          }
        }
      });
      times.push(performance.now() - start);
    }
    return Math.min(...times);
  }

  async #empty(): Promise<void> {
    for (const table of [...perFinding].reverse()) {
      await this.#knex(table).delete();
    }
  }
}

function plain(row: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      value instanceof Date ? value.toISOString() : value ?? undefined,
    ]),
  );
}

function keyOf(table: TableName): string[] {
  const [first, second] = Object.keys(tables[table]);
  return table === 'findings' ? [first] : [first, second];
}
