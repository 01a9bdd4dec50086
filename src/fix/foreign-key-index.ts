import type { TSESLint } from '@typescript-eslint/utils';

import type { BackendFile } from '../model/file.js';
import type { ForeignKey, Table } from '../model/schema.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { calleeName, closest, findProperty, isFunction, unwrap } from '../syntax/nodes.js';
import { importOf, type Insertion } from './imports.js';

/** An edit that adds an index, and how it reads. */
export interface IndexEdit {
  readonly code: string;
  readonly fix: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];
}

const editOf = (code: string, insertions: readonly (Insertion | null)[]): IndexEdit | null =>
  insertions.includes(null)
    ? null
    : {
        code,
        fix: (fixer) => insertions.map((each) => fixer.insertTextBeforeRange([each!.at, each!.at], each!.text)),
      };

/** The index of a foreign key in the tool's own form; null where it can't be written at the declaration. */
export function findIndexFix(key: ForeignKey, table: Table, file: BackendFile): IndexEdit | null {
  switch (table.tool) {
    case 'typeorm':
    case 'sequelize-typescript':
      return decorated(key, table.tool, file);
    case 'mikro-orm':
      return key.node.parent?.type === 'PropertyDefinition' ? decorated(key, mikroModule(file), file) : null;
    case 'mongoose':
      return inObject(key);
    case 'drizzle':
      return inDrizzle(key, table, file);
    case 'sequelize':
      return file.kind === 'migration' ? null : inOptions(key, table);
    case 'knex':
    case 'node-pg-migrate':
      return inMigration(key, table, file);
    default:
      return null;
  }
}

const mikroModule = (file: BackendFile): string =>
  file.index.specifiers.find((each) => each.startsWith('@mikro-orm/')) ?? '@mikro-orm/core';

/** Whether `name` is imported from there already; a name that means something else can't be used. */
function importFor(name: string, from: string, file: BackendFile): Insertion | 'there' | null {
  const specifier = file.ast.body
    .flatMap((each) => (each.type === 'ImportDeclaration' ? each.specifiers.map((one) => ({ one, each })) : []))
    .find(({ one }) => one.local.name === name);
  if (specifier) return specifier.each.source.value === from ? 'there' : null;
  const required = new RegExp(`\\{[^}]*\\b${name}\\b[^}]*\\}\\s*=\\s*require\\(['"]${from}['"]\\)`);
  if (required.test(file.text)) return 'there';
  return importOf(file, name, from, false);
}

const withImport = (code: string, insertion: Insertion, added: Insertion | 'there' | null): IndexEdit | null =>
  added === null ? null : editOf(code, added === 'there' ? [insertion] : [added, insertion]);

/** The white space before a node on its line. */
function indentOf(at: number, file: BackendFile): string {
  const line = file.text.slice(file.text.lastIndexOf('\n', at - 1) + 1, at);
  return /^\s*/.exec(line)![0];
}

function decorated(key: ForeignKey, from: string, file: BackendFile): IndexEdit | null {
  const member = key.node.parent;
  if (member?.type !== 'PropertyDefinition') return null;
  const at = Math.min(member.range[0], ...member.decorators.map((each) => each.range[0]));
  return withImport('@Index()', { at, text: `@Index()\n${indentOf(at, file)}` }, importFor('Index', from, file));
}

/** `index: true` among a column's options. */
function inObject({ node }: ForeignKey): IndexEdit | null {
  const holder = node.parent;
  const given =
    holder?.type === 'Property'
      ? unwrap(holder.value)
      : holder?.type === 'PropertyDefinition'
        ? propOptions(holder)
        : null;
  const last = given?.type === 'ObjectExpression' ? given.properties.at(-1) : undefined;
  return last ? editOf('index: true', [{ at: last.range[1], text: ', index: true' }]) : null;
}

function propOptions(member: TSESTree.PropertyDefinition): Node | null {
  for (const { expression } of member.decorators)
    if (expression.type === 'CallExpression' && calleeName(expression) === 'Prop')
      return expression.arguments[0] ? unwrap(expression.arguments[0]) : null;
  return null;
}

function inDrizzle(key: ForeignKey, table: Table, file: BackendFile): IndexEdit | null {
  const call = table.node;
  if (call.type !== 'CallExpression' || call.arguments.length < 2) return null;
  const core = file.index.specifiers.find((each) => /^drizzle-orm\/\w+-core$/.test(each));
  const name = call.arguments[0]?.type === 'Literal' ? String(call.arguments[0].value) : table.names[0]!;
  const snake = key.names
    .at(-1)!
    .replaceAll(/(?<=[a-z])([A-Z])/g, '_$1')
    .toLowerCase();
  const made = (parameter: string): string => `index('${name}_${snake}_idx').on(${parameter}.${key.column})`;
  const added = core === undefined ? null : importFor('index', core, file);
  const extras = call.arguments[2] && unwrap(call.arguments[2]);
  if (!extras) {
    const at = call.arguments[1]!.range[1];
    return withImport(made('table'), { at, text: `, (table) => [${made('table')}]` }, added);
  }
  const parameter = isFunction(extras) && extras.params[0]?.type === 'Identifier' ? extras.params[0].name : null;
  const body = extras.type === 'ArrowFunctionExpression' ? unwrap(extras.body) : null;
  if (parameter === null || !body) return null;
  const code = made(parameter);
  if (body.type === 'ArrayExpression') {
    const last = body.elements.at(-1);
    return withImport(
      code,
      last ? { at: last.range[1], text: `, ${code}` } : { at: body.range[0] + 1, text: code },
      added,
    );
  }
  const last = body.type === 'ObjectExpression' ? body.properties.at(-1) : undefined;
  if (!last) return null;
  return withImport(code, { at: last.range[1], text: `, ${key.column}Idx: ${code}` }, added);
}

/** Sequelize: `indexes: [{ fields: ['userId'] }]` among the model's options. */
function inOptions(key: ForeignKey, table: Table): IndexEdit | null {
  if (key.isAssociation || table.node.type !== 'CallExpression') return null;
  const call = table.node;
  const code = `{ fields: ['${key.names.at(-1)!}'] }`;
  const position = calleeName(call) === 'define' ? 2 : 1;
  const options = call.arguments[position] && unwrap(call.arguments[position]);
  if (!options)
    return call.arguments.length === position
      ? editOf(code, [{ at: call.arguments.at(-1)!.range[1], text: `, { indexes: [${code}] }` }])
      : null;
  if (options.type !== 'ObjectExpression') return null;
  const indexes = findProperty(options, 'indexes');
  if (indexes) {
    const last = indexes.value.type === 'ArrayExpression' ? indexes.value.elements.at(-1) : null;
    return last ? editOf(code, [{ at: last.range[1], text: `, ${code}` }]) : null;
  }
  const last = options.properties.at(-1);
  return last ? editOf(code, [{ at: last.range[1], text: `, indexes: [${code}]` }]) : null;
}

/** A statement of its own after the one that declares the column. */
function inMigration(key: ForeignKey, table: Table, file: BackendFile): IndexEdit | null {
  const isKnex = table.tool === 'knex';
  const statement = closest(isKnex ? key.node : table.node, 'ExpressionStatement');
  if (!statement || table.node.type !== 'CallExpression') return null;
  const [first, body] = table.node.arguments;
  const indent = indentOf(statement.range[0], file);
  if (!isKnex) {
    const name = first && file.text.slice(...first.range);
    const isAwaited = statement.expression.type === 'AwaitExpression' ? 'await ' : '';
    const code = `pgm.createIndex(${name}, '${key.column}')`;
    return editOf(code, [{ at: statement.range[1], text: `\n${indent}${isAwaited}${code};` }]);
  }
  // The statement of an arrow without braces is the whole `createTable`.
  const builder = isFunction(body) && body.params[0]?.type === 'Identifier' ? body.params[0].name : null;
  if (builder === null || !body || statement.range[0] < body.range[0]) return null;
  const code = `${builder}.index(['${key.column}'])`;
  return editOf(code, [{ at: statement.range[1], text: `\n${indent}${code};` }]);
}
