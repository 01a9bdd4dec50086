// bad: require-reversible-migration
exports.up = (pgm) => {
  pgm.sql('ALTER TABLE comments ADD COLUMN likes int');
};
