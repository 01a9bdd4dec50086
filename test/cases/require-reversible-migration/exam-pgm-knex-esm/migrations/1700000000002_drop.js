// @complete: require-reversible-migration
export const up = (pgm) => {
  pgm.dropColumn('people', 'name');
};
// ok: require-reversible-migration -- said to be one way
export const down = false;
