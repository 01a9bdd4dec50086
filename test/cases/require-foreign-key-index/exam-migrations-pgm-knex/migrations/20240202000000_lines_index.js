exports.up = (knex) => knex.schema.alterTable('lines', (table) => table.index('order_id'));
exports.down = (knex) => knex.schema.alterTable('lines', (table) => table.dropIndex('order_id'));
