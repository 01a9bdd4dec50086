import type { Knex } from 'knex';

export async function up(knex: Knex) {
  await knex.schema.alterTable('items', (t) => t.string('size'));
}

// bad: require-reversible-migration
export async function down() {}
