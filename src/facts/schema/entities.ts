import type { BackendFile } from '../../model/file.js';
import type { ForeignKey, SchemaTool, Table } from '../../model/schema.js';
import type { ClassNode, TSESTree } from '../../syntax/ast.js';
import { decoratorArguments, decoratorName, decoratorsOf, keyName, unwrap } from '../../syntax/nodes.js';
import { allReturns } from '../../syntax/walk.js';
import { entityKey } from '../effects/names.js';
import { isFunction } from '../../syntax/nodes.js';
import { textOf } from '../values.js';
import { columnKey, isOn, linksOf, nameOf, propertiesOf, textsIn, valueIn } from './names.js';

const toolOf = (file: BackendFile): SchemaTool | null => {
  for (const each of file.index.specifiers) {
    if (each === 'typeorm') return 'typeorm';
    if (each.startsWith('@mikro-orm/')) return 'mikro-orm';
    if (each === 'sequelize-typescript') return 'sequelize-typescript';
    if (each === '@nestjs/mongoose') return 'mongoose';
  }
  return null;
};

/** The tables that decorated classes declare: TypeORM, MikroORM, sequelize-typescript, @nestjs/mongoose. */
export function entityTables(file: BackendFile): Table[] {
  const tool = toolOf(file);
  if (!tool) return [];
  return [
    ...file.index.classes.flatMap((node) => tableOfClass(node, tool) ?? []),
    ...(tool === 'mikro-orm' ? definedEntities(file) : []),
  ];
}

function tableOfClass(node: ClassNode, tool: SchemaTool): Table | null {
  const own = decoratorsOf(node);
  const entity = own.find((each) => /^(?:Entity|ChildEntity|Table|Schema)$/.test(decoratorName(each) ?? ''));
  if (!entity || !node.id) return null;
  const [first] = decoratorArguments(entity);
  const named = first
    ? (textOf(first) ?? textOf(valueIn(first, 'tableName') ?? valueIn(first, 'name') ?? first))
    : null;
  const columns = new Set<string>();
  const indexes: string[][] = own.flatMap((each) => indexesOfDecorator(each));
  const primary: string[] = [];
  const foreignKeys: ForeignKey[] = [];
  const columnsOf = new Map<string, string>();
  for (const member of node.body.body) {
    if (member.type !== 'PropertyDefinition') continue;
    const name = keyName(member.key, member.computed);
    const decorators = decoratorsOf(member);
    if (name === null || decorators.length === 0) continue;
    const names = namesOf(name, decorators);
    for (const each of names) columns.add(columnKey(each));
    columnsOf.set(name, names.at(-1)!);
    if (isPrimary(decorators)) primary.push(names.at(-1)!);
    else if (isIndexedMember(decorators)) indexes.push([name], [names.at(-1)!]);
    if (isReference(decorators, tool))
      foreignKeys.push({ names, column: tool === 'mongoose' ? name : names.at(-1)!, node: member.key });
  }
  if (primary.length > 0) indexes.push(primary);
  return {
    tool,
    engine: tool === 'mongoose' ? 'mongodb' : null,
    names: [...new Set([node.id.name, ...(named === null ? [] : [named])].map(entityKey))],
    node,
    columns,
    fields: [...columnsOf.keys()],
    indexes: indexes.flatMap((index) => [index, index.map((each) => columnsOf.get(each) ?? each)]),
    foreignKeys,
  };
}

const RELATION = /^(?:ManyToOne|OneToOne)$/;

/** A member's own name first, its column's last. */
function namesOf(name: string, decorators: readonly TSESTree.Decorator[]): string[] {
  let column: string | null = null;
  for (const decorator of decorators)
    for (const given of decoratorArguments(decorator)) {
      if (/^(?:Index|Unique)$/.test(decoratorName(decorator) ?? '')) continue;
      const named = valueIn(given, 'name') ?? valueIn(given, 'field') ?? valueIn(given, 'fieldName');
      const named2 = valueIn(given, 'joinColumn') ?? named;
      column = (named2 && textOf(named2)) ?? column;
    }
  const isRelation = decorators.some((each) => RELATION.test(decoratorName(each) ?? ''));
  if (isRelation) return [...new Set([name, `${name}Id`, column ?? `${name}Id`])];
  return column === null || column === name ? [name] : [name, column];
}

const isPrimary = (decorators: readonly TSESTree.Decorator[]): boolean =>
  decorators.some(
    (each) =>
      /^Primary(?:Column|GeneratedColumn|Key)$|^SerializedPrimaryKey$/.test(decoratorName(each) ?? '') ||
      decoratorArguments(each).some((given) => isOn(given, 'primary') || isOn(given, 'primaryKey')),
  );

const isIndexedMember = (decorators: readonly TSESTree.Decorator[]): boolean =>
  decorators.some(
    (each) =>
      /^(?:Index|Unique|OneToOne)$/.test(decoratorName(each) ?? '') ||
      decoratorArguments(each).some((given) =>
        ['unique', 'index', 'sparse', 'expires'].some((option) => isOn(given, option)),
      ),
  );

function isReference(decorators: readonly TSESTree.Decorator[], tool: SchemaTool): boolean {
  return decorators.some((each) => {
    const name = decoratorName(each) ?? '';
    if (tool === 'mongoose') {
      const [given] = decoratorArguments(each);
      return name === 'Prop' && given !== undefined && valueIn(given, 'ref') !== null && !/^\[/.test(typeText(given));
    }
    return tool === 'sequelize-typescript' ? name === 'ForeignKey' : name === 'ManyToOne';
  });
}

const typeText = (node: TSESTree.Node): string => {
  const type = valueIn(node, 'type');
  return type?.type === 'ArrayExpression' ? '[' : '';
};

/** `@Index(['a', 'b'])`, `@Unique('name', ['a'])`, `@Index((t) => [t.a])`, `@Index({ properties: ['a'] })`, `@Table({ indexes })`. */
function indexesOfDecorator(decorator: TSESTree.Decorator): string[][] {
  const name = decoratorName(decorator) ?? '';
  const given = decoratorArguments(decorator);
  const listed = given.flatMap((each) => indexList(valueIn(each, 'indexes') ?? valueIn(each, 'uniques')));
  if (!/^(?:Index|Unique)$/.test(name)) return listed;
  for (const each of given) {
    const value = unwrap(each);
    if (value.type === 'ArrayExpression') return [textsIn(value)];
    if (value.type === 'ObjectExpression') {
      const properties = valueIn(value, 'properties') ?? valueIn(value, 'fields');
      if (properties) return [textsIn(properties)];
    }
    const returned = isFunction(value) ? allReturns(value)[0] : undefined;
    if (returned && unwrap(returned).type === 'ArrayExpression')
      return [(unwrap(returned) as TSESTree.ArrayExpression).elements.map((part) => nameOf(part) ?? '')];
  }
  // `@Unique('a', 'b')`
  return name === 'Unique' && given.length > 1 ? [given.map((each) => textOf(each) ?? '')] : listed;
}

/** `indexes: [{ fields: ['a', 'b'] }, { properties: 'a' }]`. */
export function indexList(node: TSESTree.Node | null): string[][] {
  if (node?.type !== 'ArrayExpression') return [];
  return node.elements.flatMap((each) => {
    const parts = valueIn(each, 'fields') ?? valueIn(each, 'properties') ?? valueIn(each, 'columns');
    return parts ? [textsIn(parts)] : [];
  });
}

/** MikroORM's `new EntitySchema({ … })` and `defineEntity({ … })`. */
function definedEntities(file: BackendFile): Table[] {
  const made = [
    ...file.index.news.filter((node) => nameOf(node.callee) === 'EntitySchema'),
    ...(file.index.calls.get('defineEntity') ?? []),
  ];
  return made.flatMap((node): Table[] => {
    const [given] = node.arguments;
    const name = valueIn(given, 'name') ?? valueIn(given, 'class');
    const properties = propertiesOf(valueIn(given, 'properties'));
    const text = name && (textOf(name) ?? nameOf(name));
    if (!text || properties.length === 0) return [];
    const indexes = [...indexList(valueIn(given, 'indexes')), ...indexList(valueIn(given, 'uniques'))];
    const foreignKeys: ForeignKey[] = [];
    const primary: string[] = [];
    for (const { name: property, value, node: at } of properties) {
      const links = linksOf(value).map((link) => nameOf(link.callee) ?? '');
      if (isOn(value, 'primary') || links.includes('primary')) primary.push(property);
      if (isOn(value, 'index') || isOn(value, 'unique') || links.some((each) => each === 'index' || each === 'unique'))
        indexes.push([property]);
      const kind = valueIn(value, 'kind') ?? valueIn(value, 'reference');
      const text = kind ? (textOf(kind) ?? nameOf(kind) ?? '') : '';
      if (/^(?:m:1|MANY_TO_ONE)$/.test(text) || links.includes('manyToOne'))
        foreignKeys.push({ names: [property, `${property}Id`], column: property, node: at.key });
    }
    if (primary.length > 0) indexes.push(primary);
    const columns = new Set(properties.map((each) => columnKey(each.name)));
    const fields = properties.map((each) => each.name);
    return [{ tool: 'mikro-orm', engine: null, names: [entityKey(text)], node, columns, fields, indexes, foreignKeys }];
  });
}
