// @complete: require-foreign-key-index
exports.up = async (knex) => {
  await knex.schema.createTable('orders', (table) => {
    table.increments('id');
    // bad: require-foreign-key-index
    table.integer('customer_id').unsigned().notNullable().references('id').inTable('customers');
    // ok: require-foreign-key-index
    table.integer('shop_id').references('shops.id').index();
    // ok: require-foreign-key-index -- indexed below
    table.uuid('agent_id').references('id').inTable('agents');
    // bad: require-foreign-key-index -- as a constraint of its own
    table.foreign('coupon_id').references('coupons.id');
    table.integer('coupon_id');
    table.index(['agent_id', 'shop_id']);
  });
};
exports.down = (knex) => knex.schema.dropTable('orders');
