// @complete: require-foreign-key-index
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('accounts', (table) => {
    table.increments('id');
    // bad: require-foreign-key-index
    // fix: require-foreign-key-index
    table.integer('owner_id').unsigned().references('id').inTable('users').onDelete('CASCADE');
    // ok: require-foreign-key-index
    table.integer('bank_id').references('banks.id').index();
    // ok: require-foreign-key-index
    table.integer('currency_id').references('id').inTable('currencies');
    // ok-cross: require-foreign-key-index
    table.integer('branch_id').references('id').inTable('branches');
    table.integer('parent_id');
    // bad: require-foreign-key-index
    table.foreign('parent_id').references('id').inTable('accounts');
    table.index(['currency_id', 'owner_id']);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('accounts');
}
