import type { BackendFile } from '../../model/file.js';
import type { ForeignKey, Table } from '../../model/schema.js';
import type { Node } from '../../syntax/ast.js';
import { calleeName, keyName, receiverOf, unwrap } from '../../syntax/nodes.js';
import { entityKey } from '../effects/names.js';
import { textOf } from '../values.js';
import { columnKey, isOn, nameOf, propertiesOf, valueIn } from './names.js';

/** Mongoose's `new Schema({ … })` with the indexes that are added to it, and those of @nestjs/mongoose's classes. */
export function mongooseTables(file: BackendFile): Table[] {
  if (!file.index.specifiers.includes('mongoose') && !file.index.specifiers.includes('@nestjs/mongoose')) return [];
  const made = [
    ...file.index.news.filter((node) => calleeName(node) === 'Schema'),
    ...(file.index.calls.get('Schema') ?? []),
  ];
  return [...made.flatMap((node) => tableOf(node, file) ?? []), ...addedToClasses(file)];
}

function tableOf(node: Table['node'] & { arguments: readonly Node[] }, file: BackendFile): Table | null {
  const properties = propertiesOf(node.arguments[0]);
  const parent = node.parent;
  const variable = parent?.type === 'VariableDeclarator' ? nameOf(parent.id) : null;
  if (properties.length === 0 || isEmbedded(node, variable, file)) return null;
  const indexes = variable === null ? [] : addedTo(variable, file);
  const foreignKeys: ForeignKey[] = [];
  for (const { name, value, node: at } of properties) {
    if (['index', 'unique', 'sparse', 'expires', 'text'].some((option) => isOn(value, option))) indexes.push([name]);
    if (
      value.type === 'ObjectExpression' &&
      valueIn(value, 'ref') &&
      valueIn(value, 'type')?.type !== 'ArrayExpression'
    )
      foreignKeys.push({ names: [name], column: name, node: at.key });
  }
  indexes.push(['_id']);
  return {
    tool: 'mongoose',
    engine: 'mongodb',
    names: [...new Set([...(variable === null ? [] : [variable]), ...modelsOf(node, variable, file)].map(entityKey))],
    node,
    columns: new Set([...properties.map(({ name }) => name), ...timestampsOf(node.arguments[1])].map(columnKey)),
    fields: properties.map(({ name }) => name),
    indexes,
    foreignKeys: foreignKeys.filter(({ column }) => column !== '_id'),
  };
}

/** The columns that `{ timestamps: true }` adds. https://mongoosejs.com/docs/timestamps.html */
function timestampsOf(options: Node | undefined): string[] {
  const value = options && unwrap(options);
  if (value?.type !== 'ObjectExpression') return [];
  const given = valueIn(value, 'timestamps');
  if (given?.type === 'ObjectExpression')
    return ['createdAt', 'updatedAt'].map((name) => {
      const named = valueIn(given, name);
      return (named && textOf(named)) ?? name;
    });
  return isOn(value, 'timestamps') ? ['createdAt', 'updatedAt'] : [];
}

/** A schema inside another one is a part of its documents. */
function isEmbedded(node: Node, variable: string | null, file: BackendFile): boolean {
  if (variable === null) return node.parent?.type === 'Property' || node.parent?.type === 'ArrayExpression';
  const name = variable.replaceAll('$', '\\$');
  return (
    /_id:\s*false/.test(file.text.slice(...node.range)) ||
    new RegExp(`(?:\\[\\s*|type:\\s*\\[?\\s*|[\\w$]:\\s*)${name}\\b(?!\\s*[.(])(?=\\s*[,\\]}])`).test(file.text)
  );
}

function modelsOf(node: Node, variable: string | null, file: BackendFile): string[] {
  return (file.index.calls.get('model') ?? []).flatMap((call) => {
    const [name, schema] = call.arguments;
    const isOwn = schema === node || (variable !== null && nameOf(schema) === variable);
    return name && isOwn ? (textOf(name) ?? []) : [];
  });
}

/** `schema.index({ a: 1, b: -1 })`. */
const addedTo = (variable: string, file: BackendFile): string[][] =>
  (file.index.calls.get('index') ?? []).flatMap((call) => {
    const fields = call.arguments[0] && unwrap(call.arguments[0]);
    if (nameOf(receiverOf(call)) !== variable || fields?.type !== 'ObjectExpression') return [];
    return [
      fields.properties.map((each) => (each.type === 'Property' ? (keyName(each.key, each.computed) ?? '') : '')),
    ];
  });

/** `PostSchema.index(…)` where PostSchema is made of a class. */
function addedToClasses(file: BackendFile): Table[] {
  return (file.index.calls.get('createForClass') ?? []).flatMap((call): Table[] => {
    const of = nameOf(call.arguments[0]);
    const variable = call.parent.type === 'VariableDeclarator' ? nameOf(call.parent.id) : null;
    if (of === null || variable === null) return [];
    return [
      {
        tool: 'mongoose',
        engine: 'mongodb',
        names: [entityKey(of)],
        node: call,
        columns: new Set(),
        indexes: addedTo(variable, file),
        foreignKeys: [],
      },
    ];
  });
}
