/** The number of single-character edits (insert, delete, replace, swap) between two words. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
  for (let j = 0; j <= b.length; j++) rows[0]![j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = best;
    }
  }
  return rows[a.length]![b.length]!;
}

/** The name that the user probably meant, or null when none is near (a third of its length, at least 2 edits). */
export function findNearest(word: string, names: readonly string[]): string | null {
  let nearest: string | null = null;
  let best = Infinity;
  for (const name of names) {
    // A name's start or end (`sql-concat` for `no-sql-concat`), or a name with more behind it, is that name.
    const isPart = word.length > 3 && (name.startsWith(word) || name.endsWith(word) || word.startsWith(name));
    const cost = isPart ? 1 : distance(word, name);
    if (cost < best && cost <= Math.max(2, Math.floor(name.length / 3))) {
      nearest = name;
      best = cost;
    }
  }
  return nearest;
}

/** ` Did you mean x?`, or nothing. */
export function hint(word: string, names: readonly string[], prefix = ''): string {
  const nearest = findNearest(word, names);
  return nearest === null ? '' : ` Did you mean ${prefix}${nearest}?`;
}
