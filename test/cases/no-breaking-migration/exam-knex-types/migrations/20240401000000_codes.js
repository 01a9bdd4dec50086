// @complete: no-breaking-migration
exports.up = async (knex) => {
  await knex.schema.alterTable('parcels', (table) => {
    // bad: no-breaking-migration -- codes that are longer no longer fit
    table.string('code', 8).alter();
    // bad: no-breaking-migration
    table.integer('weight').alter();
    // ok: no-breaking-migration -- wider
    table.text('note').alter();
    // bad: no-breaking-migration
    table.dropColumn('legacy');
    // bad: no-breaking-migration
    table.renameColumn('a', 'b');
    // ok: no-breaking-migration
    table.string('colour').nullable();
    // ok: no-breaking-migration
    table.string('state').notNullable().defaultTo('new');
    // bad: no-breaking-migration
    table.string('owner').notNullable();
  });
};
exports.down = (knex) => knex.schema.alterTable('parcels', (table) => table.dropColumn('colour'));
