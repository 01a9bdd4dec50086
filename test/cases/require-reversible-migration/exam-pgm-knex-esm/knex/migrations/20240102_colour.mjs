// @complete: require-reversible-migration
// ok: require-reversible-migration
export async function up(knex) {
  await knex.schema.alterTable('cars', (table) => table.string('colour'));
}
export async function down(knex) {
  await knex.schema.alterTable('cars', (table) => table.dropColumn('colour'));
}
