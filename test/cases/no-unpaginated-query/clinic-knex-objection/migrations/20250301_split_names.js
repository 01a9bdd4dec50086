'use strict';
// @complete: no-unpaginated-query -- a migration

exports.up = async (knex) => {
  const patients = await knex('patients').select('id', 'name');
  for (const { id, name } of patients) {
    await knex('patients').where({ id }).update({ first_name: name.split(' ')[0] });
  }
};

exports.down = async (knex) => {
  await knex.schema.alterTable('patients', (table) => table.dropColumn('first_name'));
};
