// ok: require-reversible-migration
exports.up = (pgm) => {
  pgm.createTable('comments', { id: 'id', body: { type: 'text' } });
};
