import type { Knex } from 'knex';

export async function up(knex: Knex) {
  await knex.schema.alterTable('items', (t) => t.string('color'));
}

// ok: require-reversible-migration
export async function down(knex: Knex) {
  await knex.schema.alterTable('items', (t) => t.dropColumn('color'));
}
