const plain = (name: string): string =>
  name
    .trim()
    .replace(/\s+(?:asc|desc|nulls|collate|\w+_ops)\b.*$/i, '')
    .replaceAll(/["`[\]\s]/g, '')
    .replace(/^.*\./, '');

/** The indexes that SQL text makes: `CREATE INDEX … ON t (a, b)`, and the keys of `CREATE TABLE` and `ALTER TABLE`. */
export function indexesInSql(text: string): { readonly table: string; readonly columns: string[] }[] {
  const found: { table: string; columns: string[] }[] = [];
  for (const [, table, columns] of text.matchAll(
    /create\s+(?:unique\s+)?index\s+[^;(]*?\bon\s+(?:only\s+)?([\w."`[\]]+)\s*(?:using\s+\w+\s*)?\(([^;]*?)\)(?=\s*(?:;|$|where|with|include|tablespace|nulls))/gi,
  ))
    found.push({ table: plain(table!), columns: columnsIn(columns!) });
  for (const [, table, columns] of text.matchAll(
    /alter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?([\w."`[\]]+)\s+add\s+[^;]*?\b(?:unique|primary\s+key)\s*\(([^)]*)\)/gi,
  ))
    found.push({ table: plain(table!), columns: columnsIn(columns!) });
  for (const [, table, body] of text.matchAll(
    /create\s+table\s+(?:if\s+not\s+exists\s+)?([\w."`[\]]+)\s*\(([^;]*)\)/gi,
  ))
    for (const [, columns] of body!.matchAll(/\b(?:unique|primary\s+key)\s*\(([^)]*)\)/gi))
      found.push({ table: plain(table!), columns: columnsIn(columns!) });
  return found;
}

const columnsIn = (list: string): string[] => list.split(',').map((each) => (/\(/.test(each) ? '' : plain(each)));
