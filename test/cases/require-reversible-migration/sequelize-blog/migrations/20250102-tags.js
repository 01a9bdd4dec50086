module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.addColumn('posts', 'tag', { type: Sequelize.STRING });
  },
  // ok: require-reversible-migration
  async down(queryInterface) {
    await queryInterface.removeColumn('posts', 'tag');
  },
};
