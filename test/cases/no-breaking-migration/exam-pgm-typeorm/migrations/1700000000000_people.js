// @complete: no-breaking-migration
exports.up = (pgm) => {
  // bad: no-breaking-migration
  pgm.dropColumns('people', ['nick']);
  // bad: no-breaking-migration
  pgm.renameTable('people', 'persons');
  // bad: no-breaking-migration
  pgm.addColumn('people', { email: { type: 'text', notNull: true } });
  // ok: no-breaking-migration
  pgm.addColumns('people', { age: { type: 'integer' }, state: { type: 'text', notNull: true, default: 'new' } });
  // bad: no-breaking-migration
  pgm.createIndex('people', 'email');
  // ok: no-breaking-migration
  pgm.createIndex('people', 'age', { concurrently: true });
  // bad: no-breaking-migration
  pgm.alterColumn('people', 'name', { notNull: true });
  // ok: no-breaking-migration
  pgm.alterColumn('people', 'name', { default: 'unknown' });
};
exports.down = (pgm) => {
  pgm.dropColumn('people', 'email');
};
