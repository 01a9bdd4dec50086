// @complete: require-reversible-migration
// bad: require-reversible-migration -- raw SQL has no inferred reverse
export const up = (pgm) => {
  pgm.sql('ALTER TABLE people ADD CONSTRAINT people_name CHECK (length(name) > 0)');
};
