exports.up = (knex) => knex.schema.createTable('users', (t) => t.increments());
// ok: require-reversible-migration
exports.down = async () => {};
