// @complete: require-reversible-migration
export async function up(knex) {
  await knex.schema.createTable('cars', (table) => table.increments());
}
// bad: require-reversible-migration
export async function down(knex) {}
