// @complete: require-reversible-migration
'use strict';
module.exports = {
  async up({ context: queryInterface }) {
    await queryInterface.removeColumn('users', 'legacy');
  },
  // ok: require-reversible-migration -- refused on purpose
  async down() {
    throw new Error('the dropped column cannot be brought back');
  },
};
