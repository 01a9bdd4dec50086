// @complete: no-breaking-migration
'use strict';
module.exports = {
  async up(queryInterface, Sequelize) {
    // ok: no-breaking-migration -- a new table
    await queryInterface.createTable('parcels', { id: { type: Sequelize.INTEGER, primaryKey: true }, code: { type: Sequelize.STRING, allowNull: false } });
    // ok: no-breaking-migration -- of a table made in this migration: it is empty
    await queryInterface.addIndex('parcels', ['code']);
  },
  async down(queryInterface) {
    await queryInterface.dropTable('parcels');
  },
};
