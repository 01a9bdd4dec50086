exports.up = (pgm) => {
  pgm.dropColumns('comments', ['likes']);
};
// ok: require-reversible-migration
exports.down = false;
