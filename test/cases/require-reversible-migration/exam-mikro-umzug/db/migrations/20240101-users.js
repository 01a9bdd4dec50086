// @complete: require-reversible-migration
'use strict';
module.exports = {
  async up({ context: queryInterface }) {
    await queryInterface.createTable('users', { id: { type: 'INTEGER', primaryKey: true } });
  },
  // bad: require-reversible-migration -- empty
  async down() {},
};
