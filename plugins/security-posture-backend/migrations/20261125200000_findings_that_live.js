// @ts-check

const derived = [
  'alerts',
  'decisions',
  'observations',
  'findings',
  'scopes',
  'subject_sources',
  'workload_images',
  'reports',
];

/**
 * Findings with a life cycle. What was derived from reports before is dropped:
 * no release wrote it, and the identity of findings changed. Subjects and their
 * mapping stay; reports are read anew when they are sent again.
 *
 * Ids of findings and scopes begin with their subject's, so that the rows of one
 * report lie together in every index and a write costs the same however many
 * other subjects there are.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  for (const table of derived) await knex.schema.dropTable(table);

  /** @param {import('knex').Knex.CreateTableBuilder} table */
  const ofSubject = (table, column = 'subject_id') =>
    table
      .text(column)
      .notNullable()
      .references('id')
      .inTable('subjects')
      .onDelete('CASCADE');
  /** @param {import('knex').Knex.CreateTableBuilder} table */
  const ofFinding = table =>
    table
      .text('finding_id')
      .notNullable()
      .references('id')
      .inTable('findings')
      .onDelete('CASCADE');
  /**
   * @param {import('knex').Knex.CreateTableBuilder} table
   * @param {string} column
   */
  const time = (table, column) => table.timestamp(column, { useTz: true });

  await knex.schema.createTable('reports', table => {
    table.comment('Documents that tools sent, as received');
    table.text('id').primary();
    table.text('body_hash').notNullable();
    table.integer('position').notNullable().comment('Within its body');
    table.text('format').notNullable();
    table.text('stage').notNullable();
    table.text('tool_name').notNullable();
    table.text('tool_version').nullable();
    ofSubject(table);
    table.text('digest').nullable();
    time(table, 'generated_at').nullable();
    time(table, 'received_at').notNullable();
    table.boolean('complete').notNullable();
    table.text('branch').nullable();
    table.text('commit_id').nullable();
    table.text('run_url').nullable();
    table.text('sender').notNullable();
    table.text('receipt').notNullable().comment('JSON; the answer given');
    table.index(['subject_id', 'received_at'], 'reports_subject_id_idx');
    table.index(['received_at'], 'reports_received_at_idx');
    table.index(['body_hash'], 'reports_body_hash_idx');
  });

  await knex.schema.createTable('subject_sources', table => {
    table.comment('When which source last spoke of a subject: freshness');
    ofSubject(table);
    table.text('stage').notNullable();
    table.text('source').notNullable();
    table.text('tool_name').notNullable();
    table.text('tool_version').nullable();
    table.text('report_id').notNullable();
    time(table, 'last_report_at').notNullable();
    table.boolean('complete').notNullable();
    table.integer('skipped').notNullable();
    table.primary(['subject_id', 'stage', 'source']);
  });

  await knex.schema.alterTable('subjects', table => {
    table
      .text('exposure')
      .nullable()
      .comment('internal, node or external, from deploy data; null: unknown');
  });

  await knex.schema.createTable('components', table => {
    table.comment(
      'What the catalog says of components; a copy, kept by mapping',
    );
    table.text('entity_ref').primary();
    table.text('owner_ref').nullable();
    table.text('system_ref').nullable();
    table.text('type').nullable();
    table.text('lifecycle').nullable();
    table.index(['owner_ref'], 'components_owner_ref_idx');
    table.index(['system_ref'], 'components_system_ref_idx');
  });

  await knex.schema.createTable('workload_images', table => {
    table.comment('Which digest of which image line a workload runs');
    ofSubject(table, 'workload_id');
    ofSubject(table, 'image_id');
    table.text('digest').notNullable().comment('Empty: unknown');
    table.text('tag').nullable();
    time(table, 'last_seen_at').notNullable();
    table.primary(['workload_id', 'image_id']);
    table.index(['image_id', 'digest'], 'workload_images_image_id_idx');
  });

  await knex.schema.createTable('artifacts', table => {
    table.comment('Digests of image lines and branches of repositories');
    ofSubject(table);
    table
      .text('digest')
      .notNullable()
      .comment('sha256:… of an image, branch of a repository; empty: unknown');
    table.text('tag').nullable();
    table.text('branch').nullable();
    table.text('commit_id').nullable();
    table
      .boolean('built')
      .notNullable()
      .comment('The newest build of its line');
    table.boolean('running').notNullable();
    time(table, 'built_at').nullable();
    time(table, 'ran_at')
      .nullable()
      .comment('Newest report from a cluster that names no workload');
    time(table, 'scanned_at').nullable();
    time(table, 'admitted_at').nullable();
    time(table, 'running_since')
      .nullable()
      .comment('Kept when it runs no more: which ran last');
    time(table, 'first_seen_at').notNullable();
    time(table, 'last_seen_at').notNullable();
    table.primary(['subject_id', 'digest']);
  });

  await knex.schema.createTable('scopes', table => {
    table.comment(
      'What one source speaks for: a kind of finding of a subject, at a digest; findings close only inside one',
    );
    table.text('id').primary();
    table.text('source').notNullable();
    table.text('tool_name').notNullable();
    table.text('kind').notNullable();
    ofSubject(table);
    table.text('part').nullable();
    table.text('digest').notNullable().comment('Of the artifact, or empty');
    table
      .boolean('of_build')
      .notNullable()
      .defaultTo(false)
      .comment('Its source speaks of what is built, not of what runs');
    table
      .boolean('built')
      .notNullable()
      .defaultTo(false)
      .comment('Holds for the newest build, as far as is known');
    table
      .boolean('running')
      .notNullable()
      .defaultTo(false)
      .comment('Holds for what runs, as far as is known');
    table
      .boolean('live')
      .notNullable()
      .comment('Built or running, or of something that has no versions');
    table.text('closes_by').notNullable().comment('absence or quiet');
    time(table, 'last_report_at').notNullable();
    time(table, 'last_complete_at')
      .nullable()
      .comment('Its open observations were all seen then');
    time(table, 'emptied_at')
      .nullable()
      .comment('Everything was gone at once; closed after a grace');
    table.text('last_report_id').notNullable();
    table.index(['subject_id', 'digest'], 'scopes_subject_id_idx');
  });

  await knex.schema.createTable('findings', table => {
    table.comment('Durable problems with identity and life cycle');
    table.text('id').primary();
    ofSubject(table);
    table.text('kind').notNullable();
    table.text('stage').notNullable();
    table.text('problem').notNullable().comment('Canonical id, or control');
    table.text('locus').notNullable().comment('Where within the subject');
    table.text('title').notNullable();
    table
      .integer('severity_rank')
      .notNullable()
      .comment('5 critical … 1 info, 0 unknown');
    table
      .text('state')
      .notNullable()
      .comment('open, fixed, suppressed, stale; absent: on no live artifact');
    table
      .text('suppressed_by')
      .nullable()
      .comment('tool, vex, triage or exception');
    table.text('exception_id').nullable();
    table.text('triage').nullable().comment('What a person said of it');
    table.text('vex').nullable().comment('Status of a VEX statement about it');
    table
      .boolean('automatable')
      .nullable()
      .comment('By its CVSS vector; null: unknown');
    table
      .boolean('total_impact')
      .nullable()
      .comment('By its CVSS vector; null: unknown');
    table.boolean('fixable').notNullable();
    table.boolean('built').notNullable().comment('Seen in the newest build');
    table.boolean('running').notNullable().comment('Seen in what runs');
    table.text('package_name').nullable();
    table
      .text('search_text')
      .notNullable()
      .comment('Lower case: problem, title, package, path');
    time(table, 'first_seen_at').notNullable();
    time(table, 'opened_at').nullable().comment('Starts the clock of its SLA');
    time(table, 'reopened_at').nullable();
    table.integer('reopen_count').notNullable();
    time(table, 'fixed_at').nullable();
    time(table, 'due_at').nullable();
    table.text('due_rule').nullable();
    table.index(
      ['subject_id', 'state', 'severity_rank'],
      'findings_subject_id_state_idx',
    );
    table.index(['problem'], 'findings_problem_idx');
    table.index(['exception_id'], 'findings_exception_id_idx', {
      predicate: knex.whereNotNull('exception_id'),
    });
  });

  await knex.schema.createTable('verdicts', table => {
    table.comment('What each source says of a finding, in its own words');
    ofFinding(table);
    table.text('source').notNullable();
    table.text('tool_name').notNullable();
    table.text('content_hash').notNullable();
    table.text('details').notNullable().comment('JSON');
    time(table, 'changed_at').notNullable();
    table.primary(['finding_id', 'source']);
  });

  await knex.schema.createTable('observations', table => {
    table.comment('Evidence: a scope shows a finding');
    ofFinding(table);
    table.text('scope_id').notNullable();
    table.text('reported_id').notNullable().comment('The id the tool gave');
    table.integer('severity_rank').notNullable();
    table.text('package_version').nullable();
    table.boolean('fixable').notNullable();
    table.boolean('suppressed').notNullable();
    table
      .text('content_hash')
      .notNullable()
      .defaultTo('')
      .comment('Of what the scope says; alike: nothing to write');
    table
      .boolean('stale')
      .notNullable()
      .comment('Its scope was not reported again for too long');
    table.text('report_id').notNullable();
    time(table, 'first_seen_at').notNullable();
    time(table, 'last_seen_at').notNullable();
    time(table, 'withdrawn_at').nullable();
    table.primary(['finding_id', 'scope_id']);
    table.index(['scope_id'], 'observations_scope_id_idx');
  });

  await knex.schema.createTable('finding_redirects', table => {
    table.comment('Ids of findings that became part of another one');
    table.text('old_id').primary();
    ofFinding(table);
    time(table, 'at').notNullable();
    table.index(['finding_id'], 'finding_redirects_finding_id_idx');
  });

  await knex.schema.createTable('subject_counts', table => {
    table.comment('Findings counted; derived, see recomputeCounts');
    ofSubject(table);
    table.text('stage').notNullable();
    table.text('state').notNullable();
    table.integer('severity_rank').notNullable();
    table.integer('total').notNullable();
    table.integer('fixable').notNullable();
    table.primary(['subject_id', 'stage', 'state', 'severity_rank']);
  });

  await knex.schema.createTable('decisions', table => {
    table.comment('What policy engines decided, folded over repetitions');
    table.text('id').primary();
    ofSubject(table);
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
    time(table, 'first_seen_at').notNullable();
    time(table, 'last_seen_at').notNullable();
    time(table, 'withdrawn_at').nullable();
    table.index(['subject_id', 'last_seen_at'], 'decisions_subject_id_idx');
    table.index(['scope_id', 'withdrawn_at'], 'decisions_scope_id_idx');
  });

  await knex.schema.createTable('alerts', table => {
    table.comment(
      'Groups of runtime events; each is a finding with the same id',
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
    table.text('occurrences').notNullable().comment('JSON; the newest 40');
    table.integer('count').notNullable();
    time(table, 'first_seen_at').notNullable();
    time(table, 'last_seen_at').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'alerts',
    'components',
    'decisions',
    'subject_counts',
    'finding_redirects',
    'observations',
    'verdicts',
    'findings',
    'scopes',
    'artifacts',
    'workload_images',
    'subject_sources',
    'reports',
  ]) {
    await knex.schema.dropTable(table);
  }
  // Leaves what the first migration makes, empty.
  await knex.schema.dropTable('subject_components');
  await knex.schema.dropTable('subjects');
  await require('./20261123100000_init').up(knex);
};
