// @ts-check

/**
 * Answers of the admission webhook, from the moment they are given until they
 * are decisions. One small row is all that a request waits for; what follows
 * from it is stored with others, a little later.
 *
 * An index leads to the objects of a namespace, which the webhook asks for.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('admission_answers', table => {
    table.comment('Answers of the webhook that are not decisions yet');
    table.text('uid').primary().comment('Of the request');
    table.text('sender').notNullable();
    table.text('report').notNullable().comment('JSON; what it tells');
    table.timestamp('answered_at', { useTz: true }).notNullable();
    table.index(['answered_at'], 'admission_answers_answered_at_idx');
  });
  await knex.schema.alterTable('subjects', table => {
    table.index(['namespace', 'cluster'], 'subjects_namespace_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('subjects', table => {
    table.dropIndex(['namespace', 'cluster'], 'subjects_namespace_idx');
  });
  await knex.schema.dropTable('admission_answers');
};
