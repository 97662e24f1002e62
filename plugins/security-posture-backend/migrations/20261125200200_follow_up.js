// @ts-check

/**
 * How findings are followed: names of the same vulnerability, what is known of
 * exploitation, exceptions, the trail of what people did, and a snapshot a day.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  /**
   * @param {import('knex').Knex.CreateTableBuilder} table
   * @param {string} column
   */
  const time = (table, column) => table.timestamp(column, { useTz: true });

  await knex.schema.createTable('vulnerability_assertions', table => {
    table.comment('Who says that two ids name the same vulnerability');
    table.text('asserter').notNullable().comment('A source');
    table.text('from_id').notNullable();
    table.text('to_id').notNullable();
    time(table, 'asserted_at').notNullable();
    table.primary(['asserter', 'from_id', 'to_id']);
    table.index(['from_id'], 'vulnerability_assertions_from_id_idx');
    table.index(['to_id'], 'vulnerability_assertions_to_id_idx');
  });

  await knex.schema.createTable('vulnerability_groups', table => {
    table.comment('Canonical ids; derived from assertions. No row: its own');
    table.text('vulnerability_id').primary();
    table.text('canonical_id').notNullable();
    table.index(['canonical_id'], 'vulnerability_groups_canonical_id_idx');
  });

  await knex.schema.createTable('vulnerability_intel', table => {
    table.comment('Known exploitation (KEV) and its estimate (EPSS) by CVE');
    table.text('cve').primary();
    table
      .boolean('known_exploited')
      .nullable()
      .comment('Derived from known_exploits; null: nobody said');
    table.boolean('ransomware').notNullable();
    time(table, 'kev_added_at').nullable();
    time(table, 'kev_due_at').nullable();
    table.text('kev_source').nullable();
    table.double('epss').nullable();
    table.double('epss_percentile').nullable();
    time(table, 'epss_at').nullable();
    table.text('epss_source').nullable();
  });

  await knex.schema.createTable('known_exploits', table => {
    table.comment('Who says that a CVE is known to be exploited');
    table
      .text('source')
      .notNullable()
      .comment('Location of a feed, or report: and the source of a report');
    table.text('cve').notNullable();
    time(table, 'added_at').nullable();
    time(table, 'due_at').nullable();
    table.boolean('ransomware').notNullable();
    table.primary(['source', 'cve']);
    table.index(['cve'], 'known_exploits_cve_idx');
  });

  await knex.schema.createTable('intel_feeds', table => {
    table.comment('Feeds of the configuration and how reading them went');
    table.text('location').primary();
    table.text('kind').notNullable().comment('kev or epss');
    table.text('version').nullable();
    time(table, 'data_at').nullable().comment('Of the data, by its author');
    table.integer('total').nullable();
    table.integer('skipped').nullable().comment('Rows that could not be read');
    time(table, 'read_at').nullable().comment('Last success');
    time(table, 'tried_at').notNullable();
    table.text('error').nullable();
  });

  await knex.schema.createTable('exceptions', table => {
    table.comment('Accepted risks and false positives');
    table.text('id').primary();
    table.text('kind').notNullable().comment('accepted or false-positive');
    table.text('status').notNullable();
    table
      .text('finding_id')
      .nullable()
      .comment('Of one finding; else of a problem somewhere');
    table.text('problem').nullable();
    table.text('check_id').nullable();
    table
      .text('scope_kind')
      .notNullable()
      .comment('finding, image, component, system or everywhere');
    table
      .text('scope_ref')
      .nullable()
      .comment('Image line or entity reference');
    table.text('reason').notNullable();
    table.text('until').notNullable().comment('date, fix or never');
    time(table, 'expires_at').nullable();
    table.text('requested_by').notNullable();
    time(table, 'requested_at').notNullable();
    table.text('decided_by').nullable();
    time(table, 'decided_at').nullable();
    table.text('decision_comment').nullable();
    time(table, 'ended_at').nullable();
    table.text('ended_because').nullable();
    time(table, 'warned_at').nullable().comment('The owner was told of expiry');
    table.index(['status', 'expires_at'], 'exceptions_status_idx');
    table.index(['problem'], 'exceptions_problem_idx');
    table.index(['finding_id'], 'exceptions_finding_id_idx');
  });

  await knex.schema.createTable('trail', table => {
    table.comment('What people and tasks did to findings and exceptions');
    table.text('id').primary();
    time(table, 'at').notNullable();
    table.text('actor').notNullable().comment('Entity reference, or a task');
    table.text('action').notNullable();
    table.text('finding_id').nullable();
    table.text('exception_id').nullable();
    table.text('entity_ref').nullable();
    table.text('comment').nullable();
    table.text('data').notNullable().comment('JSON');
    table.index(['finding_id', 'at'], 'trail_finding_id_idx');
    table.index(['exception_id', 'at'], 'trail_exception_id_idx');
    table.index(['entity_ref', 'at'], 'trail_entity_ref_idx');
  });

  await knex.schema.createTable('component_days', table => {
    table.comment('A snapshot per component and day (UTC); outlives findings');
    table.text('entity_ref').notNullable();
    table.text('day').notNullable().comment('YYYY-MM-DD');
    table.text('counts').notNullable().comment('JSON: stage, state, severity');
    table.integer('new_findings').notNullable();
    table.integer('fixed_findings').notNullable();
    table.integer('reopened_findings').notNullable();
    table.integer('sla_due').notNullable();
    table.integer('sla_breached').notNullable();
    table.integer('sla_met').notNullable();
    table.double('mean_hours_to_fix').nullable();
    table.double('risk').nullable().comment('0 to 100; null: not judged');
    table.text('grade').nullable();
    table.double('coverage').nullable().comment('0 to 1; null: not judged');
    table.primary(['entity_ref', 'day']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'component_days',
    'trail',
    'exceptions',
    'intel_feeds',
    'known_exploits',
    'vulnerability_intel',
    'vulnerability_groups',
    'vulnerability_assertions',
  ]) {
    await knex.schema.dropTable(table);
  }
};
