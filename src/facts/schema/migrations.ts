import type { BackendFile } from '../../model/file.js';
import type { ForeignKey, SchemaTool, Table } from '../../model/schema.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, isFunction, isInside, receiverOf, unwrap } from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';
import { entityKey } from '../effects/names.js';
import { migrationsOf } from '../migrations/migrations.js';
import { piecesOf } from '../text.js';
import { follow, textOf } from '../values.js';
import { indexesInSql } from './sql.js';
import { chainRound, isOn, linksOf, propertiesOf, textsIn, valueIn } from './names.js';

const CHANGES = ['createTable', 'createTableIfNotExists', 'alterTable', 'table', 'addColumns', 'addColumn'];
const INDEXES = ['createIndex', 'addIndex', 'addConstraint', 'createConstraint'];
const TEXT_DOORS = ['raw', 'query', 'sql', 'addSql', 'execute'];

/** What migrations say of tables: Knex, node-pg-migrate, Sequelize and TypeORM, and the indexes in their SQL. */
export function migratedTables(file: BackendFile): Table[] {
  const back = migrationsOf(file).flatMap(({ down }) => (isFunction(down as Node) ? [down as Node] : []));
  const callsOf = (names: readonly string[]): TSESTree.CallExpression[] =>
    names
      .flatMap((name) => file.index.calls.get(name) ?? [])
      .filter((call) => !back.some((down) => isInside(call, down)));
  return [
    ...callsOf(CHANGES).flatMap((call) => changeOf(call) ?? []),
    ...callsOf(INDEXES).flatMap((call) => indexOf(call) ?? []),
    ...(file.kind === 'migration' ? callsOf(TEXT_DOORS).flatMap((call) => inText(call)) : []),
  ];
}

/** Tables that got another name keep their indexes: from, to. */
export const renamesIn = (file: BackendFile): [string, string][] =>
  (file.index.calls.get('renameTable') ?? []).flatMap((call) => {
    const [from, to] = [tableName(call.arguments[0]), tableName(call.arguments[1])];
    return from !== null && to !== null ? [[entityKey(from), entityKey(to)] as [string, string]] : [];
  });

function part(
  tool: SchemaTool,
  table: string,
  node: Node,
  indexes: readonly (readonly string[])[],
  foreignKeys: readonly ForeignKey[] = [],
): Table {
  const engine = tool === 'node-pg-migrate' ? 'postgres' : null;
  return { tool, engine, names: [entityKey(table)], node, columns: new Set(), indexes, foreignKeys };
}

/** The name of a table: `'posts'`, `{ schema: 's', name: 'posts' }`. */
function tableName(node: Node | undefined): string | null {
  if (!node) return null;
  const named = valueIn(node, 'name') ?? valueIn(node, 'tableName');
  return textOf(named ?? node)?.replace(/^.*\./, '') ?? null;
}

const toolOf = (call: TSESTree.CallExpression): SchemaTool => {
  const receiver = receiverOf(call);
  return receiver?.type === 'Identifier' && receiver.name === 'pgm' ? 'node-pg-migrate' : 'sequelize';
};

function changeOf(call: TSESTree.CallExpression): Table | null {
  const [first, second, third] = call.arguments;
  const table = tableName(first);
  const body = second && follow(second);
  if (table === null || !body) return null;
  if (isFunction(body)) return ofBuilder(call, table, body);
  const columns =
    body.type === 'ObjectExpression'
      ? propertiesOf(body)
      : third && textOf(body) !== null
        ? [{ name: textOf(body)!, value: unwrap(third), node: null }]
        : [];
  const indexes: string[][] = [];
  const foreignKeys: ForeignKey[] = [];
  for (const { name, value, node } of columns) {
    if (isOn(value, 'unique') || isOn(value, 'primaryKey') || textOf(value) === 'id') indexes.push([name]);
    if (valueIn(value, 'references')) foreignKeys.push({ names: [name], column: name, node: node?.key ?? call });
  }
  // `constraints: { primaryKey: ['a', 'b'], unique: […] }` of node-pg-migrate.
  const constraints = valueIn(third, 'constraints');
  for (const kind of ['primaryKey', 'unique']) indexes.push(textsIn(valueIn(constraints, kind)));
  return foreignKeys.length + indexes.length === 0 ? null : part(toolOf(call), table, call, indexes, foreignKeys);
}

/** Knex: `createTable('posts', (table) => { table.integer('user_id').references('users.id'); table.index(['user_id']) })`. */
function ofBuilder(call: TSESTree.CallExpression, table: string, body: Node): Table {
  const indexes: string[][] = [];
  const foreignKeys: ForeignKey[] = [];
  for (const inner of allOf(body, ['CallExpression'])) {
    const name = calleeName(inner) ?? '';
    if (!/^(?:references|index|unique|primary|increments|bigIncrements)$/.test(name)) continue;
    const [first] = linksOf(inner);
    const columns = textsIn(first?.arguments[0]);
    if (name === 'references') {
      if (columns.length !== 1 || !first) continue;
      const chain = chainRound(inner);
      foreignKeys.push({ names: columns, column: columns[0]!, node: chain });
    } else if (columns.length > 0) indexes.push(first === inner ? columns : columns.slice(0, 1));
  }
  return part('knex', table, call, indexes, foreignKeys);
}

/** `pgm.createIndex('posts', ['a'])`, `queryInterface.addIndex('posts', { fields })`, `createIndex('posts', new TableIndex(…))`. */
function indexOf(call: TSESTree.CallExpression): Table | null {
  const [first, second, third] = call.arguments;
  const table = tableName(first);
  if (table === null || !second) return null;
  const parts = [second, third].flatMap((given): string[][] => {
    const value = given && unwrap(given);
    const object = value?.type === 'NewExpression' ? value.arguments[0] : value;
    return ['fields', 'columnNames', 'unique', 'primaryKey', 'columns']
      .map((name) => textsIn(valueIn(object, name)))
      .filter((list) => list.length > 0);
  });
  const listed = textsIn(second);
  const isConstraint = /Constraint$/.test(calleeName(call) ?? '');
  if (listed.length > 0 && !isConstraint) parts.push(listed);
  const foreign = isConstraint ? valueIn(third, 'foreignKeys') : null;
  const columns = textsIn(valueIn(foreign, 'columns'));
  const keys = columns.length === 1 ? [{ names: columns, column: columns[0]!, node: call }] : [];
  return parts.length + keys.length === 0 ? null : part(toolOf(call), table, call, parts, keys);
}

function inText(call: TSESTree.CallExpression): Table[] {
  const [first] = call.arguments;
  const text = first ? (piecesOf(first) ?? []).map((each) => (each.kind === 'text' ? each.text : '?')).join('') : '';
  return indexesInSql(text).map(({ table, columns }) => part('sql', table, call, [columns]));
}
