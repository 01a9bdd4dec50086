import type { BackendFile } from '../../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, keyName, receiverOf, unwrap } from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';
import { argumentAt, constantOf, propertyIn, textOf } from '../values.js';
import { piecesOf } from '../text.js';

/** A step of a migration that the code which is still running can't live with. */
export interface Break {
  readonly node: Node;
  readonly what: 'drop' | 'rename' | 'required' | 'type' | 'index';
}

const DROPS = /^(?:dropColumns?|removeColumn|dropTable|dropTableIfExists|dropTimestamps)$/;
const RENAMES = /^(?:renameColumn|renameTable|renameTo)$/;
const TEXT_DOORS = /^(?:raw|sql|query|addSql|execute|unsafe)$/;

/** The breaking steps of a migration's `up`; what it made itself may be changed freely. */
export function breaksOf(up: FunctionNode, file: BackendFile): readonly Break[] {
  const calls = allOf(up, ['CallExpression']);
  const made = new Set(calls.flatMap((call) => tablesMade(call)));
  const found: Break[] = [];
  for (const call of calls) {
    const name = calleeName(call) ?? '';
    if (made.has(tableOf(call))) continue;
    if (DROPS.test(name)) found.push({ node: call, what: 'drop' });
    else if (RENAMES.test(name)) found.push({ node: call, what: 'rename' });
    else if (isRequired(call, name)) found.push({ node: call, what: 'required' });
    else if (isNarrowed(call, name, file)) found.push({ node: call, what: 'type' });
    else if (isBlockingIndex(call, name, file)) found.push({ node: call, what: 'index' });
    else if (TEXT_DOORS.test(name) && call.arguments[0]) {
      const what = breakIn(call.arguments[0], made, file);
      if (what) found.push({ node: call, what });
    }
  }
  return found;
}

function tablesMade(call: TSESTree.CallExpression): string[] {
  const name = calleeName(call) ?? '';
  const [first] = call.arguments;
  if (!first) return [];
  if (/^createTable/.test(name)) {
    // TypeORM: `createTable(new Table({ name: 'cars' }))`
    const named = first.type === 'NewExpression' ? first.arguments[0] : undefined;
    const table = named?.type === 'ObjectExpression' ? propertyIn(named, 'name') : null;
    return [textOf(table && table !== 'unknown' ? table : first) ?? ''];
  }
  if (!TEXT_DOORS.test(name)) return [];
  return [...textIn(first).matchAll(/\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?["`\w.]*?["`]?(\w+)["`]?\s*\(/gi)].map(
    (each) => each[1]!,
  );
}

/** The calls in whose arguments a call stands, innermost first. */
function callsRound(call: TSESTree.CallExpression): TSESTree.CallExpression[] {
  const round: TSESTree.CallExpression[] = [];
  for (let up: Node | undefined = call.parent; up; up = up.parent) if (up.type === 'CallExpression') round.push(up);
  return round;
}

/** The table that a call is about: its own first argument, or that of the `alterTable` that it stands in. */
function tableOf(call: TSESTree.CallExpression): string {
  for (const up of [call, ...callsRound(call)]) {
    const name = calleeName(up) ?? '';
    const [first] = up.arguments;
    if (first && (/^(?:createTable\w*|alterTable|table)$/.test(name) || (up === call && up.arguments.length > 1)))
      return textOf(first) ?? '';
    if (up !== call && /^(?:createTable\w*|alterTable|table)$/.test(name)) return '';
  }
  return call.arguments[0] ? (textOf(call.arguments[0]) ?? '') : '';
}

/** A column that every row needs, added or made so without a value for the rows that are there. */
function isRequired(call: TSESTree.CallExpression, name: string): boolean {
  const isFalse = (position: string): boolean => {
    const given = argumentAt(call, position);
    return typeof given !== 'string' && constantOf(given) === false;
  };
  const isAbsent = (...positions: string[]): boolean => positions.every((each) => argumentAt(call, each) === 'absent');
  // Sequelize
  if ((name === 'addColumn' || name === 'changeColumn') && isFalse('2.allowNull')) return isAbsent('2.defaultValue');
  // TypeORM: columns are required unless told otherwise.
  const column = call.arguments[1] && unwrap(call.arguments[1]);
  if (name === 'addColumn' && column?.type === 'NewExpression')
    return isBare(
      column.arguments[0],
      (value) => constantAt(value, 'isNullable') !== true,
      /^(?:default|isGenerated)$/,
    );
  // node-pg-migrate
  if (/^addColumns?$/.test(name) && column?.type === 'ObjectExpression' && isPgm(call))
    return column.properties.some(
      (each) =>
        each.type === 'Property' && isBare(each.value, (value) => constantAt(value, 'notNull') === true, /^default$/),
    );
  if (name === 'alterColumn' && isPgm(call)) {
    const given = argumentAt(call, '2.notNull');
    return typeof given !== 'string' && constantOf(given) === true;
  }
  // Knex
  if (name === 'dropNullable') return true;
  if (name !== 'notNullable') return false;
  for (let up: Node | undefined = call.parent; up; up = up.parent)
    if (up.type === 'CallExpression') {
      const outer = calleeName(up) ?? '';
      if (outer === 'defaultTo' || outer === 'createTable') return false;
      if (outer === 'alterTable' || outer === 'table') return !hasLink(call, 'defaultTo');
    }
  return false;
}

const isPgm = (call: TSESTree.CallExpression): boolean => {
  const receiver = receiverOf(call);
  return receiver?.type === 'Identifier' && /^pgm$/i.test(receiver.name);
};

/** Whether an object describes a required column, with none of the properties that give the rows there a value. */
function isBare(
  node: Node | undefined,
  isNeeded: (value: TSESTree.ObjectExpression) => boolean,
  fills: RegExp,
): boolean {
  const value = node && unwrap(node);
  if (value?.type !== 'ObjectExpression' || !isNeeded(value)) return false;
  return value.properties.every(
    (each) => each.type === 'Property' && !fills.test(keyName(each.key, each.computed) ?? ''),
  );
}

function constantAt(object: TSESTree.ObjectExpression, name: string): unknown {
  const value = propertyIn(object, name);
  return value && value !== 'unknown' ? constantOf(value) : null;
}

/** Types that hold less than others: a text of so many characters, a number of few bytes, a closed list. */
const NARROW = /\b(?:STRING|CHAR|VARCHAR)\s*\(\s*\d|\b(?:INTEGER|SMALLINT|TINYINT|ENUM|BOOLEAN|DATEONLY)\b/;
const NARROW_KNEX = /^(?:integer|tinyint|smallint|enum|enu|boolean|date)$/;

/** A column whose type is changed to one that may not hold what is there. */
function isNarrowed(call: TSESTree.CallExpression, name: string, file: BackendFile): boolean {
  if (name === 'changeColumn' || (name === 'alterColumn' && isPgm(call))) {
    const type = argumentAt(call, '2.type');
    return typeof type !== 'string' && NARROW.test(file.text.slice(...type.range).toUpperCase());
  }
  // Knex: `table.string('code', 8).alter()`
  if (name !== 'alter') return false;
  for (let link = receiverOf(call); link?.type === 'CallExpression'; link = receiverOf(link)) {
    const kind = calleeName(link) ?? '';
    if (NARROW_KNEX.test(kind) || (kind === 'string' && link.arguments.length > 1)) return true;
  }
  return false;
}

function hasLink(call: TSESTree.CallExpression, name: string): boolean {
  for (let receiver: Node | null = receiverOf(call); receiver;) {
    const link: Node = unwrap(receiver);
    if (link.type !== 'CallExpression') return false;
    if (calleeName(link) === name) return true;
    receiver = receiverOf(link);
  }
  return false;
}

/** PostgreSQL holds writes back while it builds an index, unless told CONCURRENTLY. */
function isBlockingIndex(call: TSESTree.CallExpression, name: string, file: BackendFile): boolean {
  if (!isPostgres(file)) return false;
  const receiver = receiverOf(call);
  const on = receiver ? file.text.slice(...receiver.range) : '';
  if (name === 'addIndex' && /queryInterface|context/.test(on))
    return argumentAt(call, '2.concurrently') === 'absent' && argumentAt(call, '1.concurrently') === 'absent';
  if (name === 'createIndex' && /queryRunner/.test(on)) return !/isConcurrent/.test(file.text.slice(...call.range));
  return /^(?:addIndex|createIndex)$/.test(name) && on === 'pgm' && argumentAt(call, '2.concurrently') === 'absent';
}

const isPostgres = (file: BackendFile): boolean => {
  const dependencies = file.project.dependenciesOf(file.path);
  const has = (name: string): boolean => dependencies?.has(name) === true;
  return (
    ['pg', 'postgres', 'pg-promise', '@mikro-orm/postgresql', '@neondatabase/serverless'].some(has) &&
    !has('mysql2') &&
    !has('mysql') &&
    !has('sqlite3')
  );
};

const textIn = (node: Node): string =>
  (piecesOf(node) ?? []).map((piece) => (piece.kind === 'text' ? piece.text : 'x')).join('');

function breakIn(node: Node, made: ReadonlySet<string>, file: BackendFile): Break['what'] | null {
  for (const statement of textIn(node).split(';')) {
    const text = statement
      .replaceAll(/--[^\n]*/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim();
    const table = /^(?:alter table|drop table)(?: if exists)?(?: only)? (?:["`]?\w+["`]?\.)?["`]?(\w+)/i.exec(
      text,
    )?.[1];
    const indexed = /^create (?:unique )?index .*? on (?:only )?(?:["`]?\w+["`]?\.)?["`]?(\w+)/i.exec(text)?.[1];
    if (made.has(table ?? indexed ?? '')) continue;
    if (/^drop table\b/i.test(text)) return 'drop';
    if (indexed !== undefined && !/\bconcurrently\b/i.test(text) && isPostgres(file)) return 'index';
    if (table === undefined) continue;
    if (
      /\bdrop (?:column\b|(?!constraint|default|not|index|primary|foreign|key|check|identity|expression)["`]?\w+)/i.test(
        text,
      ) &&
      !/\balter column \S+ drop\b/i.test(text)
    )
      return 'drop';
    if (/\brename (?:column|to)\b/i.test(text)) return 'rename';
    if (/\bset not null\b/i.test(text)) return 'required';
    if (
      /\badd (?:column )?.*\bnot null\b/i.test(text) &&
      !/\bdefault\b|\bgenerated\b|\badd constraint\b|\bcheck\b/i.test(text)
    )
      return 'required';
    if (/\balter column \S+ (?:set data )?type\b/i.test(text)) return 'type';
  }
  return null;
}
