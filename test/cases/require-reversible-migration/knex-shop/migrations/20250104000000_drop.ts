import type { Knex } from 'knex';

export async function up(knex: Knex) {
  await knex.schema.dropTable('legacy');
}

// ok: require-reversible-migration
export async function down() {
  throw new Error('The rows of legacy are gone');
}
