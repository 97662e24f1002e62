// @ts-check

const columns = ['tags', 'tier', 'dependents', 'source_repository'];

/**
 * More of what the catalog says of components, for checks and risk to judge by.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('components', table => {
    table.text('tags').nullable().comment('JSON');
    table.integer('tier').nullable().comment('1, the most important, to 5');
    table
      .integer('dependents')
      .nullable()
      .comment('Entities that depend on it');
    table
      .text('source_repository')
      .nullable()
      .comment('host/path, as the name of a repository');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  // One at a time: SQLite drops a column by copying the table.
  for (const column of columns) {
    await knex.schema.alterTable('components', table => {
      table.dropColumn(column);
    });
  }
};
