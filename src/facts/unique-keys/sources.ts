import type { BackendFile } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import {
  calleeName,
  decoratorName,
  decoratorsOf,
  findProperty,
  keyName,
  memberName,
  unwrap,
} from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';
import { constantOf, follow, textOf } from '../values.js';
import { addKey, type UniqueKeys } from './schemas.js';

/** The unique keys that a source file declares: entities, tables, schemas, migrations. */
export function addSourceKeys(file: BackendFile, keys: UniqueKeys): void {
  for (const node of file.index.classes) ofClass(node, keys, file);
  for (const name of ['pgTable', 'mysqlTable', 'sqliteTable', 'singlestoreTable', 'table', 'createTable'])
    for (const call of file.index.calls.get(name) ?? []) ofTable(call, keys);
  for (const call of file.index.calls.get('define') ?? [])
    if (call.arguments[0] && call.arguments[1]) ofDefinition(textOf(call.arguments[0]), call.arguments[1], call, keys);
  for (const call of file.index.calls.get('init') ?? [])
    if (call.callee.type === 'MemberExpression' && call.arguments[0])
      ofDefinition(nameOf(call.callee.object), call.arguments[0], call, keys);
  // `mongoose.Schema({ … })` works without `new`.
  const schemas = [
    ...file.index.news.filter((node) => calleeName(node) === 'Schema'),
    ...(file.index.calls.get('Schema') ?? []),
  ];
  for (const node of schemas)
    if (node.arguments[0])
      ofDefinition(
        node.parent.type === 'VariableDeclarator' ? nameOf(node.parent.id) : null,
        node.arguments[0],
        node,
        keys,
      );
  for (const call of file.index.calls.get('index') ?? []) ofIndex(call, keys);
}

function nameOf(node: Node): string | null {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? memberName(node) : null;
}

const isTrue = (object: Node | undefined, name: string): boolean => {
  const value = object && unwrap(object);
  const given = value?.type === 'ObjectExpression' ? findProperty(value, name)?.value : undefined;
  if (!given) return false;
  const constant = constantOf(given);
  // `unique: 'pair'` and `unique: { name }` are unique as well.
  return constant === undefined ? given.type === 'ObjectExpression' : constant !== false && constant !== null;
};

const texts = (node: Node | undefined): string[] => {
  const list = node && follow(node);
  if (list?.type !== 'ArrayExpression') return [];
  return list.elements.flatMap((each) => (each ? (textOf(each) ?? []) : []));
};

/** TypeORM, MikroORM, sequelize-typescript and @nestjs/mongoose: decorated classes. */
function ofClass(node: BackendFile['index']['classes'][number], keys: UniqueKeys, file: BackendFile): void {
  const name = node.id?.name;
  if (name === undefined) return;
  for (const decorator of decoratorsOf(node)) {
    if (!/^(?:Unique|Index)$/.test(decoratorName(decorator) ?? '') || decorator.expression.type !== 'CallExpression')
      continue;
    const given = decorator.expression.arguments;
    if (decoratorName(decorator) === 'Index' && !given.some((each) => isTrue(each, 'unique'))) continue;
    for (const each of given) {
      addKey(keys, name, texts(each));
      const object = unwrap(each);
      if (object.type === 'ObjectExpression') addKey(keys, name, texts(findProperty(object, 'properties')?.value));
    }
  }
  for (const member of node.body.body) {
    if (member.type !== 'PropertyDefinition') continue;
    const column = keyName(member.key, member.computed);
    if (column === null) continue;
    for (const decorator of decoratorsOf(member)) {
      const of = decoratorName(decorator) ?? '';
      const given = decorator.expression.type === 'CallExpression' ? decorator.expression.arguments : [];
      const isUnique = of === 'Unique' || of === 'PrimaryColumn' || given.some((each) => isTrue(each, 'unique'));
      const source = file.text.slice(decorator.range[0], decorator.range[1]);
      if (isUnique) addKey(keys, name, [column], /nullable:\s*true|default/.test(source) || member.optional);
    }
  }
}

/** Drizzle's `pgTable('t', { … }, (t) => […])`, and Knex's `createTable('t', (table) => { … })`. */
function ofTable(call: TSESTree.CallExpression, keys: UniqueKeys): void {
  const [first, second, third] = call.arguments;
  const table = first ? textOf(first) : null;
  if (table === null || !second) return;
  const names = [table, call.parent.type === 'VariableDeclarator' ? nameOf(call.parent.id) : null];
  const add = (columns: readonly string[], isOptional = false): void => {
    for (const name of new Set(names)) if (name !== null) addKey(keys, name, columns, isOptional);
  };
  const columns = unwrap(second);
  if (columns.type === 'ObjectExpression')
    for (const property of columns.properties) {
      if (property.type !== 'Property') continue;
      const column = keyName(property.key, property.computed);
      const chain = linksOf(property.value);
      if (column === null) continue;
      if (chain.includes('unique')) add([column], !chain.includes('notNull'));
      else if (
        chain.includes('primaryKey') &&
        !chain.some((link) => /default|serial|increment|generated|\$/i.test(link))
      )
        add([column]);
    }
  const rest = third ?? (columns.type === 'ObjectExpression' ? undefined : columns);
  if (!rest) return;
  for (const inner of allOf(rest, ['CallExpression'])) {
    const name = calleeName(inner);
    const made = inner.callee.type === 'MemberExpression' ? linksOf(inner.callee.object) : [];
    if (name === 'on' && made.some((link) => /^unique/.test(link)))
      add(inner.arguments.flatMap((each) => nameOf(each) ?? []));
    else if (name === 'primaryKey' || name === 'unique' || name === 'primary') {
      const list = inner.arguments[0] && unwrap(inner.arguments[0]);
      const listed = list?.type === 'ObjectExpression' ? findProperty(list, 'columns')?.value : list;
      if (listed?.type === 'ArrayExpression')
        add(listed.elements.flatMap((each) => (each ? (textOf(each) ?? nameOf(each) ?? []) : [])));
      // Knex: `table.string('address').unique()`.
      else if (inner.callee.type === 'MemberExpression' && name === 'unique') {
        const column = firstText(inner.callee.object);
        if (column !== null) add([column], !linksOf(inner).includes('notNullable'));
      }
    }
  }
}

/** The names of the calls of a chain, last first. */
function linksOf(node: Node): string[] {
  const names: string[] = [];
  for (let at = unwrap(node); at.type === 'CallExpression';) {
    names.push(calleeName(at) ?? '');
    const callee = unwrap(at.callee);
    if (callee.type !== 'MemberExpression') break;
    at = unwrap(callee.object);
  }
  return names;
}

/** The first argument of the call that begins a chain. */
function firstText(node: Node): string | null {
  for (let at = unwrap(node); at.type === 'CallExpression';) {
    const callee = unwrap(at.callee);
    const inner = callee.type === 'MemberExpression' ? unwrap(callee.object) : null;
    if (inner?.type !== 'CallExpression') return at.arguments[0] ? textOf(at.arguments[0]) : null;
    at = inner;
  }
  return null;
}

/** Mongoose's `new Schema({ … })`, Sequelize's `define('T', { … })` and `T.init({ … }, { indexes })`. */
function ofDefinition(
  name: string | null,
  definition: Node,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  keys: UniqueKeys,
): void {
  const object = unwrap(definition);
  if (name === null || object.type !== 'ObjectExpression') return;
  for (const property of object.properties) {
    if (property.type !== 'Property' || !isTrue(property.value, 'unique')) continue;
    const column = keyName(property.key, property.computed);
    if (column !== null) addKey(keys, name, [column]);
  }
  for (const each of call.arguments) {
    const options = unwrap(each);
    const indexes = options.type === 'ObjectExpression' ? findProperty(options, 'indexes')?.value : undefined;
    if (indexes?.type !== 'ArrayExpression') continue;
    for (const index of indexes.elements)
      if (index?.type === 'ObjectExpression' && isTrue(index, 'unique'))
        addKey(keys, name, texts(findProperty(index, 'fields')?.value));
  }
}

/** Mongoose's `schema.index({ a: 1, b: 1 }, { unique: true })`. */
function ofIndex(call: TSESTree.CallExpression, keys: UniqueKeys): void {
  const [fields, options] = call.arguments;
  const name = call.callee.type === 'MemberExpression' ? nameOf(call.callee.object) : null;
  if (name === null || fields?.type !== 'ObjectExpression' || !isTrue(options, 'unique')) return;
  const isPartial = isTrue(options, 'partialFilterExpression') || isTrue(options, 'sparse');
  const columns = fields.properties.flatMap((each) =>
    each.type === 'Property' ? (keyName(each.key, each.computed) ?? []) : [],
  );
  addKey(keys, name, columns, isPartial);
}
