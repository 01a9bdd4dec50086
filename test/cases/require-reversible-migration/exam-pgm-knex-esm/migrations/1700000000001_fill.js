// @complete: require-reversible-migration
// bad: require-reversible-migration -- raw SQL has no inferred reverse
export const up = (pgm) => {
  pgm.sql("UPDATE people SET name = 'unknown' WHERE name = ''");
};
