import type { Knex } from 'knex';

export async function up(knex: Knex) {
  await knex('items').where({ color: null }).update({ color: 'red' });
}

// ok: require-reversible-migration
export async function down() {}
