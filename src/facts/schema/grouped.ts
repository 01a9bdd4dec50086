/** So many columns of one table without an index are one omission: told once, with all their names. */
const MANY = 3;

/** A finding of one column, or the first of a table's with the names of all. */
export interface Told<T> {
  readonly item: T;
  /** Null where the column stands for itself. */
  readonly all: readonly T[] | null;
}

/** The findings as they are told: those of a table that has many as one, where its first stands. */
export function toldByTable<T>(items: readonly T[], tableOf: (item: T) => string): Told<T>[] {
  const tables = new Map<string, T[]>();
  for (const item of items) {
    const table = tableOf(item);
    tables.set(table, [...(tables.get(table) ?? []), item]);
  }
  return [...tables.values()].flatMap((of): Told<T>[] =>
    of.length < MANY ? of.map((item) => ({ item, all: null })) : [{ item: of[0]!, all: of }],
  );
}

/** `a`, `b` and `c`, each as code. */
export function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length === 1 ? quoted[0]! : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)!}`;
}
