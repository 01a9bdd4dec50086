exports.up = (knex) => knex.schema.createTable('users', (t) => t.increments());
// bad: require-reversible-migration
exports.down = async () => {};
