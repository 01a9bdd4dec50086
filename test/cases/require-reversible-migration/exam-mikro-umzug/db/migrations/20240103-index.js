// @complete: require-reversible-migration
'use strict';
module.exports = {
  // ok: require-reversible-migration
  up: ({ context }) => context.addIndex('users', ['email']),
  down: ({ context }) => context.removeIndex('users', ['email']),
};
