import { entityKey } from '../effects/names.js';

/** Columns of which no two rows of a table may hold the same values. */
export interface UniqueKey {
  readonly columns: readonly string[];
  /** A column may be left out of a row, so that the key says nothing of it. */
  readonly isOptional: boolean;
}

/** The unique keys by table, named as `entityKey` names it. */
export type UniqueKeys = Map<string, UniqueKey[]>;

export function addKey(keys: UniqueKeys, table: string, columns: readonly string[], isOptional = false): void {
  if (columns.length === 0) return;
  const name = entityKey(table);
  keys.set(name, [...(keys.get(name) ?? []), { columns, isOptional }]);
}

/** https://www.prisma.io/docs/orm/reference/prisma-schema-reference: `@unique`, `@@unique`, `@@id`, and `@id` with no default. */
export function addPrismaKeys(text: string, keys: UniqueKeys): void {
  for (const [, model, body] of text.matchAll(/^\s*model\s+(\w+)\s*\{([^]*?)^\s*\}/gm)) {
    const mapped = /@@map\(\s*"([^"]+)"/.exec(body!)?.[1];
    const names = mapped === undefined ? [model!] : [model!, mapped];
    for (const line of body!.split('\n')) {
      const compound = /^\s*@@(?:unique|id)\(\s*(?:fields:\s*)?\[([^\]]+)\]/.exec(line)?.[1];
      if (compound !== undefined) {
        const columns = compound.split(',').map((column) => column.trim().replace(/\(.*$/, ''));
        for (const name of names) addKey(keys, name, columns);
        continue;
      }
      const field = /^\s*(\w+)\s+(\w+)(\?)?(?:\s|$)/.exec(line);
      if (!field || /^\s*\/\//.test(line)) continue;
      const isKey = /@unique\b/.test(line) || (/@id\b/.test(line) && !/@default\(/.test(line));
      if (!isKey) continue;
      const isOptional = field[3] !== undefined || /@default\(/.test(line);
      for (const name of names) addKey(keys, name, [field[1]!], isOptional);
    }
  }
}

const plain = (name: string): string => name.replaceAll(/["`[\]\s]/g, '').replace(/^.*\./, '');

/** `CREATE TABLE t (… UNIQUE …)` and `CREATE UNIQUE INDEX … ON t (…)`. */
export function addSqlKeys(text: string, keys: UniqueKeys): void {
  for (const [, table, columns] of text.matchAll(
    /create\s+unique\s+index\s+[^;(]*?\bon\s+(?:only\s+)?([\w."`[\]]+)\s*(?:using\s+\w+\s*)?\(([^;)]*)\)/gi,
  ))
    addKey(keys, plain(table!), columns!.split(',').map(plain));
  for (const [, table, body] of text.matchAll(
    /create\s+table\s+(?:if\s+not\s+exists\s+)?([\w."`[\]]+)\s*\(([^;]*)\)/gi,
  ))
    for (const line of body!.split(/,\s*\n|\n/)) {
      const compound = /\b(?:unique|primary\s+key)\b[^(,]*\(([^)]*)\)/i.exec(line)?.[1];
      const column = /^\s*([\w"`[\]]+)\s+\w/.exec(line)?.[1];
      if (compound !== undefined && /^\s*(?:constraint\b|unique\b|primary\b)/i.test(line))
        addKey(keys, plain(table!), compound.split(',').map(plain));
      else if (column !== undefined && /\bunique\b/i.test(line))
        addKey(keys, plain(table!), [plain(column)], !/\bnot\s+null\b/i.test(line));
      else if (
        column !== undefined &&
        /\bprimary\s+key\b/i.test(line) &&
        !/default|serial|identity|increment|integer/i.test(line)
      )
        addKey(keys, plain(table!), [plain(column)]);
    }
}
