// @ts-check

/**
 * What reports tell of images themselves, and what a list of packages says at
 * one glance.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('image_settings', table => {
    table.comment('Images as they are built: the newest word of each source');
    table
      .text('subject_id')
      .notNullable()
      .references('id')
      .inTable('subjects')
      .onDelete('CASCADE');
    table.text('digest').notNullable().comment('Empty: unknown');
    table.text('source').notNullable();
    table.text('report_id').notNullable();
    table
      .text('settings')
      .notNullable()
      .comment('JSON; what is absent is unknown');
    table.timestamp('told_at', { useTz: true }).notNullable();
    table.primary(['subject_id', 'digest', 'source']);
  });

  await knex.schema.alterTable('inventories', table => {
    table
      .text('notable')
      .nullable()
      .comment('JSON; packages that attackers use');
    table.integer('of_system').nullable().comment('Packages of distributions');
    table.integer('of_languages').nullable().comment('Packages of languages');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('inventories', table => {
    table.dropColumns('notable', 'of_system', 'of_languages');
  });
  await knex.schema.dropTable('image_settings');
};
