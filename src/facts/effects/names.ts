/** The name of a table, model or repository without what code hangs on it: `userRepository`, `UsersTable`, `users` → `user`. */
export function entityKey(name: string): string {
  const plain = name
    .replace(/^(?:this\.|_|I(?=[A-Z]))/, '')
    .replace(/(?<=.)(?:Repository|Repo|Model|Table|Entity|Collection|Store|Dao|Schema|Service|Document)s?$/i, '')
    .replace(/^(?:tbl|t)_/, '')
    .replaceAll(/[\W_]/g, '')
    .toLowerCase();
  return plain
    .replace(/ies$/, 'y')
    .replace(/(?<=(?:ss|sh|ch|x|z))es$/, '')
    .replace(/(?<=[^s])s$/, '');
}
