export const matching = (names: string[], query: string): string[] =>
  names.filter((name) => new RegExp(`^${query}`, 'i').test(name));
