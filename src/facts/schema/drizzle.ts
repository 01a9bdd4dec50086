import type { BackendFile } from '../../model/file.js';
import type { Engine, ForeignKey, Table } from '../../model/schema.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, receiverOf, unwrap } from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';
import { entityKey } from '../effects/names.js';
import { follow, textOf } from '../values.js';
import { columnKey, linksOf, nameOf, propertiesOf, valueIn } from './names.js';

const ENGINES: Readonly<Record<string, Engine>> = {
  pg: 'postgres',
  sqlite: 'sqlite',
  mysql: 'mysql',
  singlestore: 'mysql',
  mssql: 'mssql',
  cockroach: 'postgres',
};

/** Drizzle's tables: `pgTable('t', { … }, (t) => […])`, those of a schema, and those of a creator of the project's own. */
export function drizzleTables(file: BackendFile): Table[] {
  if (!file.index.specifiers.some((each) => each.startsWith('drizzle-orm'))) return [];
  return [...file.index.calls].flatMap(([name, calls]) =>
    /table/i.test(name) ? calls.flatMap((call) => tableOf(call, name, file) ?? []) : [],
  );
}

function engineOf(call: TSESTree.CallExpression, name: string, file: BackendFile): Engine | null {
  const maker = /^(pg|sqlite|mysql|singlestore|mssql|cockroach)Table$/.exec(name)?.[1];
  if (maker) return ENGINES[maker]!;
  const source = follow(name === 'table' || name === 'withRLS' ? (receiverOf(call) ?? call.callee) : call.callee);
  const made = /^(pg|sqlite|mysql|singlestore|mssql|cockroach)(?:TableCreator|Schema)$/.exec(
    source.type === 'CallExpression' ? (calleeName(source) ?? '') : '',
  )?.[1];
  if (made) return ENGINES[made]!;
  const core = file.index.specifiers.flatMap((each) => /^drizzle-orm\/(\w+)-core/.exec(each)?.[1] ?? []);
  return core.length === 1 ? (ENGINES[core[0]!] ?? null) : null;
}

function tableOf(call: TSESTree.CallExpression, name: string, file: BackendFile): Table | null {
  const [first, second, third] = call.arguments;
  const table = first ? textOf(first) : null;
  const columns = propertiesOf(second);
  const engine = engineOf(call, name, file);
  if (table === null || columns.length === 0 || !engine) return null;
  const variable = call.parent.type === 'VariableDeclarator' ? nameOf(call.parent.id) : null;
  const names = new Set<string>();
  const indexes: string[][] = [];
  const foreignKeys: ForeignKey[] = [];
  for (const { name: property, value, node } of columns) {
    const links = linksOf(value);
    const column = links[0]?.arguments[0] ? (textOf(links[0].arguments[0]) ?? property) : property;
    const called = links.map((link) => calleeName(link) ?? '');
    names.add(columnKey(property)).add(columnKey(column));
    if (called.includes('primaryKey') || called.includes('unique')) indexes.push([property]);
    if (called.includes('references'))
      foreignKeys.push({ names: [property, column], column: property, node: node.key });
  }
  for (const inner of third ? allOf(third, ['CallExpression']) : []) {
    const made = calleeName(inner);
    if (made === 'on' || made === 'using' || made === 'onOnly') indexes.push(partsOf(inner, made));
    else if (made === 'primaryKey' || made === 'foreignKey') {
      const listed =
        listOf(valueIn(inner.arguments[0], 'columns')) ?? inner.arguments.map((each) => nameOf(each) ?? '');
      if (made === 'primaryKey') indexes.push(listed);
      else if (listed.length === 1 && listed[0]) foreignKeys.push({ names: listed, column: listed[0], node: inner });
    }
  }
  return {
    tool: 'drizzle',
    engine,
    names: [...new Set([table, ...(variable === null ? [] : [variable])].map(entityKey))],
    node: call,
    columns: names,
    fields: columns.map(({ name: property }) => property),
    indexes,
    foreignKeys,
  };
}

/** `.on(t.a, t.b.desc())`, `.using('btree', t.a)`. */
const partsOf = (call: TSESTree.CallExpression, name: string): string[] =>
  call.arguments.slice(name === 'using' ? 1 : 0).map((each) => nameOf(each) ?? '');

function listOf(node: Node | null): string[] | null {
  const list = node && unwrap(node);
  return list?.type === 'ArrayExpression' ? list.elements.map((each) => nameOf(each) ?? '') : null;
}
