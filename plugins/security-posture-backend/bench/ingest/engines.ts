import createKnex, { type Knex } from 'knex';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Engine {
  name: string;
  knex: Knex;
  end(): Promise<void>;
}

const postgres =
  process.env.BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING ??
  'postgresql://postgres@127.0.0.1:5432/postgres';

/** A SQLite file, and a database of its own on a PostgreSQL server if one answers. */
export async function* engines(): AsyncGenerator<Engine> {
  yield sqlite();
  const engine = await onPostgres();
  if (engine) yield engine;
  else process.stdout.write(`\nPostgreSQL is left out: no server answers\n`);
}

/** A database of its own on a PostgreSQL server, if one answers. */
export async function onPostgres(): Promise<Engine | undefined> {
  const server = createKnex({ client: 'pg', connection: postgres });
  try {
    await server.raw('select 1');
  } catch {
    await server.destroy();
    return undefined;
  }
  return onServer(server);
}

function sqlite(): Engine {
  const folder = mkdtempSync(join(tmpdir(), 'security-posture-bench-'));
  const knex = createKnex({
    client: 'better-sqlite3',
    connection: { filename: join(folder, 'bench.sqlite') },
    useNullAsDefault: true,
    // As Backstage opens it.
    pool: {
      min: 1,
      max: 1,
      afterCreate: (
        connection: { pragma(text: string): void },
        done: () => void,
      ) => {
        connection.pragma('foreign_keys = ON');
        done();
      },
    },
  });
  return {
    name: 'SQLite (file)',
    knex,
    end: async () => {
      await knex.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function onServer(server: Knex): Promise<Engine> {
  const database = `security_posture_bench_${process.pid}`;
  await server.raw('create database ??', [database]);
  const url = new URL(postgres);
  url.pathname = `/${database}`;
  const knex = createKnex({
    client: 'pg',
    connection: url.toString(),
    // As Backstage opens it.
    pool: { min: 0, max: 10 },
  });
  return {
    name: 'PostgreSQL',
    knex,
    end: async () => {
      await knex.destroy();
      await server.raw('drop database ??', [database]);
      await server.destroy();
    },
  };
}
