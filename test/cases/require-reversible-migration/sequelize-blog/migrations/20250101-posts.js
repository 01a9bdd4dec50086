module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.addColumn('posts', 'slug', { type: Sequelize.STRING });
  },
  // bad: require-reversible-migration
  async down() {
    return Promise.resolve();
  },
};
