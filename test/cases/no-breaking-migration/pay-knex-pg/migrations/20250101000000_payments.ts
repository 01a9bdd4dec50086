// @complete: no-breaking-migration
import type { Knex } from 'knex';

export async function up(knex: Knex) {
  await knex.schema.createTable('refunds', (t) => {
    t.increments();
    // ok: no-breaking-migration
    t.string('reason').notNullable();
  });
  await knex.schema.alterTable('payments', (t) => {
    // bad: no-breaking-migration
    t.dropColumn('legacy_ref');
    // bad: no-breaking-migration
    t.renameColumn('amt', 'amount');
    // bad: no-breaking-migration
    t.string('currency').notNullable();
    // ok: no-breaking-migration
    t.string('country').notNullable().defaultTo('CH');
    // ok: no-breaking-migration
    t.string('note');
  });
  // bad: no-breaking-migration
  await knex.raw('CREATE INDEX payments_currency ON payments (currency)');
  // ok: no-breaking-migration
  await knex.raw('CREATE INDEX CONCURRENTLY payments_country ON payments (country)');
  // ok: no-breaking-migration
  await knex.raw('CREATE INDEX refunds_reason ON refunds (reason)');
}

export async function down(knex: Knex) {
  // ok: no-breaking-migration
  await knex.schema.dropTable('refunds');
  await knex.schema.alterTable('payments', (t) => t.dropColumn('note'));
}
