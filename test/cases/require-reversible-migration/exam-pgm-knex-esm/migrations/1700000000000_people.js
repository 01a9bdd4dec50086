// @complete: require-reversible-migration
// ok: require-reversible-migration -- node-pg-migrate infers the reverse of createTable
export const up = (pgm) => {
  pgm.createTable('people', { id: 'id', name: { type: 'text', notNull: true } });
  pgm.createIndex('people', 'name');
};
