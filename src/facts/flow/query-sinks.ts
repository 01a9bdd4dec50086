import type { Sink } from '../../model/flow.js';
import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { Query } from '../../model/query.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import {
  calleeName,
  decoratorName,
  decoratorsOf,
  findProperty,
  keyName,
  memberName,
  unwrap,
  unwrapAwait,
} from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';
import { findVariable, getBinding } from '../bindings.js';
import { denote, findRow } from '../entities.js';
import { isWrite, queriesOf } from '../queries.js';
import { argumentAt, constantOf, follow } from '../values.js';
import { makeSink, nameOfSite } from './sink.js';

/** Databases whose filters are objects in which a key can be an operator. */
const DOCUMENTS = new Set(['mongoose', 'mongodb']);
const MOST_DEPTH = 5;

/** Where a query takes what a client must not shape: filters of document databases, and the columns that are written. */
export function querySinks(file: BackendFile): Sink[] {
  const sinks: Sink[] = [];
  for (const query of queriesOf(file)) {
    if (query.proof === 'name') continue;
    if (DOCUMENTS.has(query.library.name)) filterSinks(query, sinks);
    if (isWrite(query.op)) rowSinks(query, sinks);
  }
  recordSinks(file, sinks);
  return sinks;
}

/** Values that the database or its mapper casts to an id before it looks at them. */
const BY_ID = /^findById|^findByPk/;

function filterSinks({ start, row, links }: Query, sinks: Sink[]): void {
  if (start.type !== 'CallExpression') return;
  const name = nameOfSite(start);
  // The mapper takes operators out of this one filter.
  if (/\bsanitizeFilter:\s*true/.test(sourceText(links.at(-1)?.call ?? start))) return;
  if (!BY_ID.test(calleeName(start) ?? ''))
    for (const position of row.where ?? []) {
      const found = argumentAt(start, position);
      if (typeof found !== 'string') inFilter(found, start, name, sinks, 0);
    }
  for (const { call, row: link } of links)
    if (link.where === 'columns' && call.arguments.length === 1) inFilter(call.arguments[0]!, call, name, sinks, 0);
  // `aggregate([{ $match: … }])`
  if (/aggregate$/.test(calleeName(start) ?? '') && start.arguments[0]) {
    const stages = follow(start.arguments[0]);
    if (stages.type !== 'ArrayExpression') return;
    for (const stage of stages.elements) {
      const value = stage && follow(stage);
      if (value?.type !== 'ObjectExpression') continue;
      for (const property of value.properties)
        if (property.type !== 'Property') continue;
        else if (keyName(property.key, property.computed) === '$match') inFilter(property.value, start, name, sinks, 0);
        else codeIn(property.value, start, name, sinks);
    }
  }
}

/** Operators that hold filters again, and those that hold code. */
const NESTING = /^\$(?:and|or|nor|not|elemMatch|match)$/;
const CODE = /^\$(?:where|function|accumulator|expr)$/;

/** `{ $addFields: { total: { $function: { body: req.body.code } } } }`: programs anywhere in a stage. */
function codeIn(stage: Node, site: Node, name: string, sinks: Sink[]): void {
  for (const { key, computed, value } of allOf(stage, ['Property'])) {
    const operator = keyName(key, computed) ?? '';
    if (/^\$(?:function|accumulator|where)$/.test(operator)) {
      sinks.push(makeSink('nosql', site, value, `${name} (${operator})`));
      sinks.push(makeSink('nosql', site, value, `${name} (${operator})`, ['**']));
    }
  }
}

function inFilter(given: Node, site: Node, name: string, sinks: Sink[], depth: number): void {
  if (depth > MOST_DEPTH) return;
  const node = unwrapAwait(given);
  const value = follow(node);
  if (value.type === 'ArrayExpression') {
    for (const element of value.elements) if (element) inFilter(element, site, name, sinks, depth + 1);
    return;
  }
  // Text and numbers are filters of nothing; what is made of several is looked at in its parts.
  if (value.type === 'ConditionalExpression') {
    inFilter(value.consequent, site, name, sinks, depth + 1);
    inFilter(value.alternate, site, name, sinks, depth + 1);
    return;
  }
  if (value.type !== 'ObjectExpression') {
    if (node.type === 'Identifier') assignedInto(node, site, name, sinks, depth);
    sinks.push(makeSink('filter', site, node, name));
    // What a caller put into it: `findUser({ email: req.body.email })`.
    if (value.type !== 'Literal') sinks.push(makeSink('filter', site, node, name, ['*']));
    return;
  }
  for (const property of value.properties) {
    if (property.type === 'SpreadElement') sinks.push(makeSink('filter', site, property.argument, name));
    else inProperty(property, site, name, sinks, depth);
  }
  if (node.type === 'Identifier') assignedInto(node, site, name, sinks, depth);
}

function inProperty(
  { key, computed, value }: TSESTree.Property,
  site: Node,
  name: string,
  sinks: Sink[],
  depth: number,
): void {
  const column = keyName(key, computed);
  const compared = follow(value);
  const pattern = compared.type === 'ObjectExpression' ? findProperty(compared, '$regex') : null;
  if (pattern) sinks.push(makeSink('regexp', site, pattern.value, `${name} ($regex)`));
  if (column === null) sinks.push(makeSink('nosql', site, key, name));
  if (column !== null && CODE.test(column)) sinks.push(makeSink('nosql', site, value, `${name} ($${column.slice(1)})`));
  else if (column !== null && NESTING.test(column)) inFilter(value, site, name, sinks, depth + 1);
  // Under an operator stands a value to compare with: another operator there is an error of the database.
  else if (column?.startsWith('$') !== true && follow(value).type !== 'ObjectExpression')
    sinks.push(makeSink('filter', site, value, name));
}

/** `filter.name = req.query.name`, `filter[req.query.field] = value`: what a filter gets after it was made. */
function assignedInto(id: TSESTree.Identifier, site: Node, name: string, sinks: Sink[], depth: number): void {
  const variable = findVariable(id);
  for (const { identifier } of depth > 0 ? [] : (variable?.references ?? [])) {
    const member = identifier.parent;
    if (member.type !== 'MemberExpression' || member.object !== identifier) continue;
    const assignment = member.parent;
    if (assignment.type !== 'AssignmentExpression' || assignment.left !== member) continue;
    const column = memberName(member);
    if (column === null) sinks.push(makeSink('nosql', site, member.property, name));
    else if (CODE.test(column)) sinks.push(makeSink('nosql', site, assignment.right, name));
    else if (NESTING.test(column)) inFilter(assignment.right, site, name, sinks, depth + 1);
    else if (follow(assignment.right).type !== 'ObjectExpression')
      sinks.push(makeSink('filter', site, assignment.right, name));
  }
}

/** Under these names of an argument stand the columns that are written. */
const DATA = /^(?:data|create|update|defaults|values|set|\$set|\$setOnInsert|document|replacement|fields|Item)$/;
const WRITING_LINK =
  /^(?:values|set|insert|update|patch|upsert|merge|insertMany|updateMany|onConflictDoUpdate|doUpdateSet|patchAndFetch\w*|updateAndFetch\w*|insertAndFetch|insertGraph|upsertGraph|save)$/;

/** What a write takes as the columns: everything handed over but its filter. */
function rowSinks({ start, row, links, library }: Query, sinks: Sink[]): void {
  if (start.type !== 'CallExpression') return;
  const filters = new Set((row.where ?? []).map((position) => argumentAt(start, position)));
  const isRaw = row.text !== undefined;
  if (library.name === 'sequelize' && start.arguments.some(namesFields)) return;
  for (const argument of isRaw ? [] : start.arguments)
    if (!filters.has(argument)) inRow(argument, start, filters, sinks);
  for (const { name, call } of links)
    if (WRITING_LINK.test(name)) for (const argument of call.arguments) inRow(argument, call, filters, sinks);
}

/** Sequelize's `{ fields: ['title'] }`: only these columns are written, whatever stands in the values. */
const namesFields = (argument: Node): boolean =>
  argument.type === 'ObjectExpression' && findProperty(argument, 'fields') !== null;

function inRow(argument: Node, site: Node, filters: ReadonlySet<unknown>, sinks: Sink[]): void {
  const value = follow(argument);
  if (value.type === 'ObjectExpression') {
    const named = value.properties.filter(
      (property): property is TSESTree.Property =>
        property.type === 'Property' && DATA.test(keyName(property.key, property.computed) ?? ''),
    );
    for (const property of named) if (!filters.has(property.value)) pushRow(site, property.value, sinks);
    if (named.length > 0) return;
  }
  if (value.type !== 'Literal' && !filters.has(value)) pushRow(site, argument, sinks);
}

/** The value as a whole; of an object made before also the names that it got later: `data[key] = value`. */
function pushRow(site: Node, value: Node, sinks: Sink[]): void {
  sinks.push(makeSink('row', site, value, nameOfSite(site)));
  if (unwrap(value).type === 'Identifier' && follow(value).type === 'ObjectExpression')
    sinks.push(makeSink('row', site, value, nameOfSite(site), ['#']));
}

/** Records that are made of an object, or have one copied over them: `new User(body)`, `Object.assign(user, body)`. */
function recordSinks(file: BackendFile, sinks: Sink[]): void {
  for (const node of file.index.news) {
    const [first] = node.arguments;
    if (first && first.type !== 'SpreadElement' && isRecordClass(node.callee))
      sinks.push(makeSink('row', node, first, nameOfSite(node)));
  }
  for (const name of ['assign', 'merge', 'extend', 'set', 'build', 'create'])
    for (const call of file.index.calls.get(name) ?? []) {
      const [first, ...rest] = call.arguments;
      if (!first) continue;
      const callee = unwrap(call.callee);
      const receiver = callee.type === 'MemberExpression' ? callee.object : null;
      if (name === 'build' || name === 'create') {
        // An entity made and not yet saved: no query of its own.
        if (receiver && isMaker(receiver) && queriesOf(file).every(({ start }) => start !== call))
          sinks.push(makeSink('row', call, call.arguments.at(-1)!, nameOfSite(call)));
      } else if (name === 'set') {
        if (receiver && call.arguments.length === 1 && isRecord(receiver))
          sinks.push(makeSink('row', call, first, nameOfSite(call)));
      } else if (isRecord(first)) for (const each of rest) sinks.push(makeSink('row', call, each, nameOfSite(call)));
      else if (receiver && isMaker(receiver))
        for (const each of rest) sinks.push(makeSink('row', call, each, nameOfSite(call)));
    }
}

/** A repository, model or entity manager. */
function isMaker(node: Node): boolean {
  const entity = denote(node);
  return (
    entity?.kind === 'instance' &&
    entity.type.library.kind === 'data' &&
    /Repository|Model|Manager|Em$/.test(entity.type.id)
  );
}

const ENTITY = /^(?:Entity|Table|Schema|ObjectType|ChildEntity|modelOptions)$/;

function isRecordClass(callee: Node): boolean {
  const entity = denote(callee);
  if (entity?.kind === 'class') {
    if (
      decoratorsOf(entity.node).some((decorator) =>
        /^(?:Entity|Table|ChildEntity|Schema)$/.test(decoratorName(decorator) ?? ''),
      )
    )
      return true;
    const base = entity.node.superClass && denote(entity.node.superClass);
    return base?.kind === 'export' && findRow(base)?.library.kind === 'data';
  }
  return entity?.kind === 'instance' && entity.type.library.kind === 'data' && entity.type.row.new !== undefined;
}

/** A row that was read from the database or made for it. */
function isRecord(node: Node): boolean {
  const value = unwrap(node);
  const entity = denote(value);
  if (entity?.kind === 'instance')
    return entity.type.library.kind === 'data' && /Record|Document|Entity/.test(entity.type.id);
  if (entity?.kind === 'object')
    return decoratorsOf(entity.node).some((decorator) => ENTITY.test(decoratorName(decorator) ?? ''));
  const binding = value.type === 'Identifier' ? getBinding(value) : null;
  const init = binding?.kind === 'value' && binding.init ? unwrapAwait(binding.init) : null;
  if (init?.type !== 'CallExpression' || constantOf(init) !== undefined) return false;
  return queriesOf(fileOf(init)).some(
    ({ start, op, library }) => start === init && /^read-one$/.test(op) && library.kind === 'data',
  );
}
