// @ts-check

/**
 * The first tables: what reports speak of, to which components that maps, the
 * reports themselves, and findings, decisions and alerts with their evidence.
 *
 * Identifiers are hashes of what identifies a row (see src/model/fingerprint.ts),
 * so that bulk writes need not read back generated keys. Structured parts that
 * no query looks into are JSON texts, alike on SQLite and PostgreSQL.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('subjects', table => {
    table.comment(
      'What reports speak of: image lines, repositories, workloads …',
    );
    table.text('id').primary();
    table.text('kind').notNullable();
    table.text('name').notNullable();
    table.text('cluster').nullable();
    table.text('namespace').nullable();
    table.text('workload_kind').nullable();
    table.text('labels').nullable().comment('JSON; used to map workloads');
    table.timestamp('first_seen_at', { useTz: true }).notNullable();
    table.timestamp('last_seen_at', { useTz: true }).notNullable();
  });

  await knex.schema.createTable('subject_components', table => {
    table.comment(
      'Which catalog components a subject belongs to; no row: unmapped',
    );
    table
      .text('subject_id')
      .notNullable()
      .references('id')
      .inTable('subjects')
      .onDelete('CASCADE');
    table.text('entity_ref').notNullable();
    table
      .text('via')
      .notNullable()
      .comment('The rule that mapped it; request: the sender said so');
    table.primary(['subject_id', 'entity_ref']);
    table.index(
      ['entity_ref', 'subject_id'],
      'subject_components_entity_ref_idx',
    );
  });

  await knex.schema.createTable('workload_images', table => {
    table.comment('Image lines that workloads run');
    table
      .text('workload_id')
      .notNullable()
      .references('id')
      .inTable('subjects')
      .onDelete('CASCADE');
    table
      .text('image_id')
      .notNullable()
      .references('id')
      .inTable('subjects')
      .onDelete('CASCADE');
    table.text('digest').nullable();
    table.timestamp('last_seen_at', { useTz: true }).notNullable();
    table.primary(['workload_id', 'image_id']);
    table.index(['image_id'], 'workload_images_image_id_idx');
  });

  await knex.schema.createTable('reports', table => {
    table.comment('Documents that tools sent, as received');
    table.text('id').primary();
    table.text('body_hash').notNullable();
    table.integer('position').notNullable().comment('Within its body');
    table.text('format').notNullable();
    table.text('tool_name').notNullable();
    table.text('tool_version').nullable();
    table.text('subject_id').notNullable().references('id').inTable('subjects');
    table.text('digest').nullable();
    table.timestamp('generated_at', { useTz: true }).nullable();
    table.timestamp('received_at', { useTz: true }).notNullable();
    table.boolean('complete').notNullable();
    table.text('branch').nullable();
    table.text('commit_id').nullable();
    table.text('run_url').nullable();
    table.text('sender').notNullable();
    table
      .text('receipt')
      .notNullable()
      .comment('JSON; the answer that was given');
    table.index(['subject_id', 'received_at'], 'reports_subject_id_idx');
    table.index(['received_at'], 'reports_received_at_idx');
    table.index(['body_hash'], 'reports_body_hash_idx');
  });

  await knex.schema.createTable('subject_sources', table => {
    table.comment('When which source last spoke of a subject: freshness');
    table
      .text('subject_id')
      .notNullable()
      .references('id')
      .inTable('subjects')
      .onDelete('CASCADE');
    table.text('stage').notNullable();
    table.text('source').notNullable();
    table.text('tool_name').notNullable();
    table.text('tool_version').nullable();
    table.text('report_id').notNullable();
    table.timestamp('last_report_at', { useTz: true }).notNullable();
    table.boolean('complete').notNullable();
    table.integer('skipped').notNullable();
    table.primary(['subject_id', 'stage', 'source']);
  });

  await knex.schema.createTable('scopes', table => {
    table.comment(
      'Parts of subjects that a source speaks for; findings close only inside one',
    );
    table.text('id').primary();
    table.text('source').notNullable();
    table.text('kind').notNullable();
    table
      .text('subject_id')
      .notNullable()
      .references('id')
      .inTable('subjects')
      .onDelete('CASCADE');
    table.text('part').nullable();
    table.timestamp('last_report_at', { useTz: true }).notNullable();
  });

  await knex.schema.createTable('findings', table => {
    table.comment('Durable problems with identity and life cycle');
    table.text('id').primary();
    table.text('kind').notNullable();
    table.text('stage').notNullable();
    table
      .text('subject_id')
      .notNullable()
      .references('id')
      .inTable('subjects')
      .onDelete('CASCADE');
    table.text('problem').notNullable();
    table.text('title').notNullable();
    table
      .integer('severity_rank')
      .notNullable()
      .comment('5 critical … 1 info, 0 unknown');
    table.text('state').notNullable();
    table.boolean('fixable').notNullable();
    table.text('package_name').nullable();
    table.text('details').notNullable().comment('JSON');
    table
      .text('search_text')
      .notNullable()
      .comment('Lower case: problem, title, package, path');
    table.timestamp('first_seen_at', { useTz: true }).notNullable();
    table.timestamp('last_seen_at', { useTz: true }).notNullable();
    table.timestamp('fixed_at', { useTz: true }).nullable();
    table.integer('reopen_count').notNullable().defaultTo(0);
    table.index(
      ['subject_id', 'state', 'severity_rank'],
      'findings_subject_id_state_idx',
    );
  });

  await knex.schema.createTable('observations', table => {
    table.comment('Which scope of which report shows a finding');
    table
      .text('finding_id')
      .notNullable()
      .references('id')
      .inTable('findings')
      .onDelete('CASCADE');
    table.text('scope_id').notNullable();
    table
      .text('digest')
      .notNullable()
      .defaultTo('')
      .comment('Empty if the report names none');
    table.text('tool_name').notNullable();
    table.text('report_id').notNullable();
    table.integer('severity_rank').notNullable();
    table.text('package_version').nullable();
    table.boolean('suppressed').notNullable();
    table.timestamp('first_seen_at', { useTz: true }).notNullable();
    table.timestamp('last_seen_at', { useTz: true }).notNullable();
    table.timestamp('withdrawn_at', { useTz: true }).nullable();
    table.primary(['finding_id', 'scope_id', 'digest']);
    table.index(['scope_id', 'withdrawn_at'], 'observations_scope_id_idx');
  });

  await knex.schema.createTable('decisions', table => {
    table.comment('What policy engines decided, folded over repetitions');
    table.text('id').primary();
    table
      .text('subject_id')
      .notNullable()
      .references('id')
      .inTable('subjects')
      .onDelete('CASCADE');
    table.text('scope_id').nullable().comment('Absent for events');
    table.text('report_id').notNullable();
    table.text('engine').notNullable();
    table.text('policy').notNullable();
    table.text('rule').nullable();
    table.text('action').notNullable();
    table.text('outcome').nullable();
    table.integer('severity_rank').notNullable();
    table.text('category').nullable();
    table.text('message').nullable();
    table.text('actor').nullable();
    table.text('operation').nullable();
    table.text('search_text').notNullable();
    table.integer('count').notNullable();
    table.timestamp('first_seen_at', { useTz: true }).notNullable();
    table.timestamp('last_seen_at', { useTz: true }).notNullable();
    table.timestamp('withdrawn_at', { useTz: true }).nullable();
    table.index(['subject_id', 'last_seen_at'], 'decisions_subject_id_idx');
    table.index(['scope_id', 'withdrawn_at'], 'decisions_scope_id_idx');
  });

  await knex.schema.createTable('alerts', table => {
    table.comment(
      'Groups of runtime events; each is a finding too, with the same id',
    );
    table
      .text('id')
      .primary()
      .references('id')
      .inTable('findings')
      .onDelete('CASCADE');
    table.text('source').notNullable();
    table.text('rule').notNullable();
    table.text('message').notNullable();
    table.text('container').nullable();
    table.text('image').nullable();
    table.text('tags').notNullable().comment('JSON');
    table
      .text('occurrences')
      .notNullable()
      .comment('JSON; the newest 40, newest first');
    table.integer('count').notNullable();
    table.timestamp('first_seen_at', { useTz: true }).notNullable();
    table.timestamp('last_seen_at', { useTz: true }).notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'alerts',
    'decisions',
    'observations',
    'findings',
    'scopes',
    'subject_sources',
    'reports',
    'workload_images',
    'subject_components',
    'subjects',
  ]) {
    await knex.schema.dropTable(table);
  }
};
