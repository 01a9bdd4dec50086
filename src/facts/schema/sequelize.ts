import type { BackendFile } from '../../model/file.js';
import type { ForeignKey, Table } from '../../model/schema.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { classOfThis, receiverOf, unwrap } from '../../syntax/nodes.js';
import { entityKey } from '../effects/names.js';
import { textOf } from '../values.js';
import { indexList } from './entities.js';
import { columnKey, isOn, nameOf, propertiesOf, valueIn } from './names.js';

/** Sequelize's models (`define`, `init`) and their associations. */
export function sequelizeTables(file: BackendFile): Table[] {
  if (!file.project.dependenciesOf(file.path)?.has('sequelize')) return [];
  return [
    ...(file.index.calls.get('define') ?? []).flatMap((call) => {
      const [name, attributes, options] = call.arguments;
      const text = name && textOf(name);
      return text ? (modelOf(call, [text], attributes, options) ?? []) : [];
    }),
    ...(file.index.calls.get('init') ?? []).flatMap((call) => {
      const name = ownerOf(call);
      return name === null ? [] : (modelOf(call, [name], call.arguments[0], call.arguments[1]) ?? []);
    }),
    ...(file.index.calls.get('belongsTo') ?? []).flatMap((call) => associationOf(call) ?? []),
  ];
}

/** The model that a static method is called on: `Post.init(…)`, `this.init(…)`. */
function ownerOf(call: TSESTree.CallExpression): string | null {
  const receiver = receiverOf(call);
  if (receiver?.type === 'ThisExpression' || receiver?.type === 'Super') return classOfThis(call)?.id?.name ?? null;
  return nameOf(receiver);
}

function modelOf(
  call: TSESTree.CallExpression,
  own: readonly string[],
  attributes: Node | undefined,
  options?: Node,
): Table | null {
  const properties = propertiesOf(attributes);
  if (properties.length === 0) return null;
  const variable = call.parent.type === 'VariableDeclarator' ? nameOf(call.parent.id) : null;
  const named = ['tableName', 'modelName'].map((each) => valueIn(options, each));
  const names = [...own, variable, ...named.map((each) => each && textOf(each))].filter((each) => each != null);
  const columns = new Set<string>();
  const indexes = indexList(valueIn(options, 'indexes'));
  const foreignKeys: ForeignKey[] = [];
  const primary: string[] = [];
  for (const { name, value, node } of properties) {
    const field = valueIn(value, 'field');
    const column = (field && textOf(field)) ?? name;
    columns.add(columnKey(name)).add(columnKey(column));
    if (isOn(value, 'primaryKey')) primary.push(name);
    else if (isOn(value, 'unique')) indexes.push([name]);
    if (valueIn(value, 'references')) foreignKeys.push({ names: [name, column], column: name, node: node.key });
  }
  indexes.push(primary.length > 0 ? primary : ['id']);
  return {
    tool: 'sequelize',
    engine: null,
    names: [...new Set(names.map(entityKey))],
    node: call,
    columns,
    fields: properties.map(({ name }) => name),
    indexes,
    foreignKeys,
  };
}

/** `Post.belongsTo(User, { as: 'author', foreignKey: 'authorId' })` puts a column on Post. */
function associationOf(call: TSESTree.CallExpression): Table | null {
  const owner = ownerOf(call);
  const target = nameOf(call.arguments[0]);
  if (owner === null || target === null) return null;
  const [, options] = call.arguments;
  if (options && unwrap(options).type !== 'ObjectExpression') return null;
  const key = valueIn(options, 'foreignKey');
  const given = key && (textOf(key) ?? textOf(valueIn(key, 'name') ?? valueIn(key, 'fieldName') ?? key));
  if (key && given == null) return null;
  const alias = valueIn(options, 'as');
  const name = given ?? `${(alias && textOf(alias)) ?? target.charAt(0).toLowerCase() + target.slice(1)}Id`;
  return {
    tool: 'sequelize',
    engine: null,
    names: [entityKey(owner)],
    node: call,
    columns: new Set(),
    indexes: [],
    foreignKeys: [{ names: [name], column: name, node: call, isAssociation: true }],
  };
}
