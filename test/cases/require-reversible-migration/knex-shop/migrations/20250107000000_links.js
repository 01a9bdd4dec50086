async function up(knex) {
  await knex.schema.alterTable('links', (t) => t.string('description'));
}

// bad: require-reversible-migration
async function down() {
  return null;
}

module.exports = { up, down };
