// @ts-check

/**
 * What reports say beside problems: packages, workloads as configured, controls
 * found in order, attestations, VEX statements and the health of sensors.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  /** @param {import('knex').Knex.CreateTableBuilder} table */
  const ofSubject = table =>
    table
      .text('subject_id')
      .notNullable()
      .references('id')
      .inTable('subjects')
      .onDelete('CASCADE');
  /**
   * @param {import('knex').Knex.CreateTableBuilder} table
   * @param {string} column
   */
  const time = (table, column) => table.timestamp(column, { useTz: true });

  await knex.schema.createTable('inventories', table => {
    table.comment('Lists of packages: the newest of a source for an artifact');
    table.text('id').primary();
    ofSubject(table);
    table.text('digest').notNullable();
    table.text('source').notNullable();
    table.text('report_id').notNullable();
    table.text('content_hash').notNullable();
    table.integer('total').notNullable();
    time(table, 'listed_at').notNullable();
    table.index(['subject_id', 'digest'], 'inventories_subject_id_idx');
  });

  await knex.schema.createTable('packages', table => {
    table.comment('Packages of an inventory');
    table
      .text('inventory_id')
      .notNullable()
      .references('id')
      .inTable('inventories')
      .onDelete('CASCADE');
    table.integer('position').notNullable();
    table.text('package_key').notNullable().comment('type/namespace/name');
    table.text('name').notNullable();
    table.text('version').nullable();
    table.text('type').nullable();
    table.text('path').nullable();
    table.text('licences').notNullable().comment('JSON');
    table.primary(['inventory_id', 'position']);
    table.index(['package_key'], 'packages_package_key_idx');
  });

  await knex.schema.createTable('workloads', table => {
    table.comment('Objects of clusters as they are configured; newest wins');
    table
      .text('subject_id')
      .primary()
      .references('id')
      .inTable('subjects')
      .onDelete('CASCADE');
    table.text('source').notNullable();
    table.text('report_id').notNullable();
    table.text('annotations').notNullable().comment('JSON');
    table.text('containers').notNullable().comment('JSON');
    table.text('spec').notNullable().comment('JSON; what checks judge');
    time(table, 'configured_at').notNullable();
  });

  await knex.schema.createTable('passes', table => {
    table.comment('Controls that a source judged and found in order');
    table.text('id').primary();
    table.text('scope_id').notNullable().comment('As that of an observation');
    ofSubject(table);
    table.text('source').notNullable();
    table.text('control').notNullable().comment('Canonical, as in findings');
    table.text('reported_id').notNullable();
    table.text('title').nullable();
    table.text('report_id').notNullable();
    time(table, 'seen_at').notNullable();
    table.index(['scope_id'], 'passes_scope_id_idx');
    table.index(['subject_id', 'control'], 'passes_subject_id_idx');
  });

  await knex.schema.createTable('attestations', table => {
    table.comment('Statements about where an artifact comes from');
    table.text('id').primary();
    ofSubject(table);
    table.text('digest').notNullable();
    table.text('predicate_type').notNullable();
    table.text('builder_id').nullable();
    table.text('source_repository').nullable();
    table.text('source_commit').nullable();
    table.text('signer').nullable();
    table.text('issuer').nullable();
    table.boolean('verified').notNullable();
    time(table, 'finished_at').nullable();
    time(table, 'received_at').notNullable();
    table.index(['subject_id', 'digest'], 'attestations_subject_id_idx');
  });

  await knex.schema.createTable('vex_statements', table => {
    table.comment('VEX: whether a product is affected by a vulnerability');
    table.text('id').primary();
    table.text('vulnerability').notNullable().comment('As the author names it');
    table.text('product').notNullable().comment('Package URL, digest or name');
    table.text('status').notNullable();
    table.text('justification').nullable();
    table.text('statement').nullable();
    table.text('author').nullable();
    table.text('report_id').notNullable();
    time(table, 'stated_at').notNullable();
    table.index(['vulnerability'], 'vex_statements_vulnerability_idx');
  });

  await knex.schema.createTable('sensor_events', table => {
    table.comment('What sensors say of themselves, folded by message');
    table.text('id').primary();
    ofSubject(table);
    table.text('source').notNullable();
    table.text('message').notNullable();
    table.boolean('degraded').notNullable();
    table.integer('count').notNullable();
    time(table, 'last_seen_at').notNullable();
    table.index(['subject_id', 'last_seen_at'], 'sensor_events_subject_id_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'sensor_events',
    'vex_statements',
    'attestations',
    'passes',
    'workloads',
    'packages',
    'inventories',
  ]) {
    await knex.schema.dropTable(table);
  }
};
