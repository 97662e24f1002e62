import type { Knex } from 'knex';

/** Named anew when what was sent before has to be sent again, after a change of the store. */
const TABLE = 'sent_examples_2';

/** The example reports that were sent before, so that a restart sends none again. */
export async function sentFiles(knex: Knex): Promise<Set<string>> {
  if (!(await knex.schema.hasTable(TABLE))) {
    await knex.schema.createTable(TABLE, table => {
      table.text('file').primary();
    });
  }
  const rows: { file: string }[] = await knex(TABLE).select('file');
  return new Set(rows.map(({ file }) => file));
}

export async function rememberSent(knex: Knex, file: string): Promise<void> {
  await knex(TABLE).insert({ file }).onConflict('file').ignore();
}
