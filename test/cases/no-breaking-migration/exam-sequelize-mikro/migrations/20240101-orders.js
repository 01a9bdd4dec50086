// @complete: no-breaking-migration
'use strict';
module.exports = {
  async up(queryInterface, Sequelize) {
    // bad: no-breaking-migration
    await queryInterface.renameColumn('orders', 'total', 'total_cents');
    // bad: no-breaking-migration
    await queryInterface.removeColumn('orders', 'legacy');
    // bad: no-breaking-migration -- NOT NULL without a default
    await queryInterface.addColumn('orders', 'currency', { type: Sequelize.STRING, allowNull: false });
    // ok: no-breaking-migration -- with a default
    await queryInterface.addColumn('orders', 'state', { type: Sequelize.STRING, allowNull: false, defaultValue: 'new' });
    // ok: no-breaking-migration -- nullable
    await queryInterface.addColumn('orders', 'note', { type: Sequelize.TEXT, allowNull: true });
    // bad: no-breaking-migration -- locks the table for writes while it is built
    await queryInterface.addIndex('orders', ['state']);
    // ok: no-breaking-migration
    await queryInterface.addIndex('orders', { fields: ['note'], concurrently: true });
    // bad: no-breaking-migration
    await queryInterface.dropTable('old_orders');
    // bad: no-breaking-migration
    await queryInterface.renameTable('lines', 'order_lines');
  },
  // ok: no-breaking-migration -- the way back takes out what up brought
  async down(queryInterface) {
    await queryInterface.removeColumn('orders', 'currency');
    await queryInterface.removeColumn('orders', 'note');
  },
};
