// @complete: require-foreign-key-index
exports.up = async (knex) => {
  await knex.schema.createTable('lines', (table) => {
    table.increments('id');
    // ok-cross: require-foreign-key-index -- a later migration gives it one
    table.integer('order_id').references('id').inTable('orders');
  });
};
exports.down = (knex) => knex.schema.dropTable('lines');
