import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { readdirSync } from 'node:fs';
import { tables } from '../store/tables';
import { databases, initDatabase } from './__testUtils__/scenario';

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  'backstage-plugin-security-posture-backend',
  'migrations',
);
const files = readdirSync(directory).sort();

/** Columns by table, without the tables in which Knex keeps books. */
async function columnsOf(knex: Knex): Promise<Record<string, string[]>> {
  const rows: { name: string }[] =
    knex.client.config.client === 'pg'
      ? await knex('information_schema.tables')
          .where({ table_schema: 'public' })
          .select({ name: 'table_name' })
      : await knex('sqlite_master')
          .where({ type: 'table' })
          .whereNot('name', 'like', 'sqlite_%')
          .select('name');
  const columns: Record<string, string[]> = {};
  for (const { name } of rows) {
    if (name.startsWith('knex_migrations')) continue;
    columns[name] = Object.keys(await knex(name).columnInfo()).sort();
  }
  return columns;
}

const written = Object.fromEntries(
  Object.entries(tables).map(([table, columns]) => [
    table,
    Object.keys(columns).sort(),
  ]),
);

describe.each(databases.eachSupportedId())('migrations, %p', databaseId => {
  it('lead to the tables that are written, step by step down to nothing, and up again', async () => {
    const knex = await initDatabase(databaseId);
    expect(await columnsOf(knex)).toEqual({});
    const steps = [await columnsOf(knex)];
    for (const file of files) {
      const [, [done]] = await knex.migrate.up({ directory });
      expect(done).toBe(file);
      steps.push(await columnsOf(knex));
    }
    expect(steps[files.length]).toEqual(written);

    // Rows must not be in the way.
    const at = '2026-11-01T00:00:00.000Z';
    await knex('subjects').insert({
      id: 's',
      kind: 'image',
      name: 'shop',
      first_seen_at: at,
      last_seen_at: at,
    });
    await knex('subject_components').insert({
      subject_id: 's',
      entity_ref: 'component:default/shop',
      via: 'images',
    });
    for (const file of [...files].reverse()) {
      const [, [undone]] = await knex.migrate.down({ directory });
      expect(undone).toBe(file);
      expect(await columnsOf(knex)).toEqual(steps[files.indexOf(file)]);
    }

    const [, all] = await knex.migrate.latest({ directory });
    expect(all).toEqual(files);
    expect(await columnsOf(knex)).toEqual(written);
    expect(await knex.migrate.currentVersion({ directory })).toBe(
      files[files.length - 1].split('_')[0],
    );
  });
});
