// bad: require-reversible-migration
exports.up = async function (knex) {
  await knex.schema.createTable('orders', (t) => t.increments());
};
