import type { TSESTree } from '@typescript-eslint/utils';

import type { Filter, Filters, Query } from '../model/query.js';
import { analyseSql } from '../sql/index.js';
import type { Node } from '../syntax/ast.js';
import { calleeName, keyName, memberName } from '../syntax/nodes.js';
import { argumentAt, constantOf, follow, textOf } from './values.js';
import { piecesOf } from './text.js';

/** Keys of operator objects that mean equality, or a list: Prisma, Mongo, Sequelize, MikroORM. */
const EQUALITY = new Set(['equals', '$eq', 'eq']);
const LISTS = new Set(['in', '$in', 'In']);
/** Functions that make one condition: Drizzle's and TypeORM's, by name within a query. */
const EQUAL_FUNCTIONS = new Set(['eq', 'Equal']);
const IN_FUNCTIONS = new Set(['inArray', 'In', 'Any', 'any']);

/** What the filters of a query are known to be. */
export function filtersOf(query: Query): Filters {
  const known: Filter[] = [];
  let complete = true;
  const add = (filters: Filters): void => {
    known.push(...filters.known);
    complete &&= filters.complete;
  };
  if (query.start.type === 'CallExpression')
    for (const position of query.row.where ?? []) {
      const where = argumentAt(query.start, position);
      if (where === 'unknown') complete = false;
      else if (where !== 'absent') add(fromObject(where));
    }
  for (const { row, call } of query.links) {
    switch (row.where) {
      case 'columns':
        add(fromColumns(call));
        break;
      case 'equal':
        add(fromPair(call, 'equal'));
        break;
      case 'in':
        add(fromPair(call, 'in'));
        break;
      case 'expression':
        for (const argument of call.arguments) add(fromExpression(argument));
        break;
      case 'text':
        add(call.arguments[0] ? fromText(call.arguments[0]) : NONE);
        break;
      case 'other':
        known.push({ column: '', how: 'other', value: null });
        break;
    }
  }
  if (query.text) add(fromStatement(query.text));
  return { known, complete };
}

const NONE: Filters = { known: [], complete: true };
const UNKNOWN: Filters = { known: [], complete: false };

/** `{ userId, status: { in: […] }, AND: […] }`. */
function fromObject(node: Node): Filters {
  const object = follow(node);
  if (object.type === 'Literal' || (object.type === 'Identifier' && object.name === 'undefined')) return NONE;
  if (object.type === 'ArrayExpression') return NONE;
  if (object.type === 'ConditionalExpression' || object.type !== 'ObjectExpression')
    return object.type === 'CallExpression' ? fromExpression(object) : UNKNOWN;
  const known: Filter[] = [];
  let complete = true;
  for (const property of object.properties) {
    if (property.type === 'SpreadElement') {
      const inner = fromObject(property.argument);
      known.push(...inner.known);
      complete &&= inner.complete;
      continue;
    }
    const column = keyName(property.key, property.computed) ?? constantOf(property.key);
    if (typeof column !== 'string') {
      complete = false;
      continue;
    }
    if (column === 'AND' || column === '$and') {
      const value = follow(property.value);
      for (const part of value.type === 'ArrayExpression' ? value.elements : [value])
        if (part) known.push(...fromObject(part).known);
      continue;
    }
    if (column === 'OR' || column === '$or') {
      known.push(...fromAlternatives(property.value));
      continue;
    }
    known.push({ column, how: howOf(property.value), value: property.value });
  }
  return { known, complete };
}

/** `OR: [{ userId }, { userId: null }]` narrows as its first alternative does, where every one narrows. */
function fromAlternatives(node: Node): readonly Filter[] {
  const list = follow(node);
  // One alternative for each item of a list: as many rows as items.
  if (list.type === 'CallExpression' && calleeName(list) === 'map') return [{ column: 'id', how: 'in', value: list }];
  if (list.type !== 'ArrayExpression') return [{ column: '', how: 'other', value: null }];
  const alternatives = list.elements.map((element) => (element ? fromObject(element).known : []));
  const narrow = alternatives.every((filters) => filters.some(({ how }) => how !== 'other'));
  return narrow ? (alternatives[0] ?? []) : [{ column: '', how: 'other', value: null }];
}

/** Whether a value in a filter object means equality, a list, or something wider. */
function howOf(node: Node): Filter['how'] {
  const value = follow(node);
  if (value.type === 'CallExpression' || value.type === 'TSAsExpression') {
    const name = value.type === 'CallExpression' ? (calleeName(value) ?? '') : '';
    if (IN_FUNCTIONS.has(name)) return 'in';
    if (EQUAL_FUNCTIONS.has(name)) return 'equal';
    return /^(?:Not|MoreThan|LessThan|Like|ILike|Between|IsNull|Raw|ArrayContain|MoreThanOrEqual|LessThanOrEqual)/.test(
      name,
    )
      ? 'other'
      : 'equal';
  }
  if (value.type !== 'ObjectExpression') return value.type === 'ArrayExpression' ? 'in' : 'equal';
  for (const property of value.properties) {
    if (property.type !== 'Property') return 'other';
    const name =
      keyName(property.key, property.computed) ??
      (property.key.type === 'MemberExpression' ? memberName(property.key) : null);
    if (name !== null && LISTS.has(name)) return 'in';
    if (name !== null && EQUALITY.has(name)) return 'equal';
  }
  return 'other';
}

/** `.where({…})`, `.where('id', id)`, `.where('id', '=', id)`, `.where('id', 'in', ids)`. */
function fromColumns(call: TSESTree.CallExpression): Filters {
  const [first, second, third] = call.arguments;
  if (!first) return NONE;
  const column = textOf(first);
  if (column === null) return follow(first).type === 'ObjectExpression' ? fromObject(first) : UNKNOWN;
  if (!second) return fromText(first);
  if (!third) {
    const value = follow(second);
    const named = value.type === 'ObjectExpression' ? null : column;
    return named
      ? { known: [{ column: lastPart(column), how: 'equal', value: second }], complete: true }
      : fromText(first);
  }
  const operator = textOf(second)?.toLowerCase() ?? '';
  const how = operator === '=' || operator === '==' ? 'equal' : operator === 'in' ? 'in' : 'other';
  return { known: [{ column: lastPart(column), how, value: third }], complete: true };
}

function fromPair(call: TSESTree.CallExpression, how: 'equal' | 'in'): Filters {
  const [first, second] = call.arguments;
  const column = first ? textOf(first) : null;
  if (column === null) return UNKNOWN;
  return { known: [{ column: lastPart(column), how, value: second ?? null }], complete: true };
}

/** `eq(users.id, id)`, `and(eq(…), inArray(…))`, `(eb) => eb('id', '=', id)`. */
function fromExpression(node: Node): Filters {
  const value = follow(node);
  if (value.type === 'ObjectExpression') return fromObject(value);
  if (value.type === 'ArrowFunctionExpression' && value.body.type !== 'BlockStatement')
    return fromExpression(value.body);
  if (value.type !== 'CallExpression') return UNKNOWN;
  const name = calleeName(value) ?? '';
  if (name === 'and') {
    const parts = value.arguments.map((argument) => fromExpression(argument));
    return { known: parts.flatMap((part) => part.known), complete: parts.every((part) => part.complete) };
  }
  const column = value.arguments[0] ? columnOf(value.arguments[0]) : null;
  if (column === null) return { known: [{ column: '', how: 'other', value: null }], complete: name !== '' };
  const second = value.arguments[1] ?? null;
  if (EQUAL_FUNCTIONS.has(name)) return { known: [{ column, how: 'equal', value: second }], complete: true };
  if (IN_FUNCTIONS.has(name)) return { known: [{ column, how: 'in', value: second }], complete: true };
  if (name === 'eb' && value.arguments.length === 3) return fromColumns(value);
  return { known: [{ column, how: 'other', value: second }], complete: true };
}

/** The column of `users.id`, `t.users.id` or `'users.id'`. */
function columnOf(node: Node): string | null {
  const text = textOf(node);
  if (text !== null) return lastPart(text);
  return node.type === 'MemberExpression' ? memberName(node) : null;
}

const lastPart = (column: string): string => column.slice(column.lastIndexOf('.') + 1).replaceAll(/["`[\]]/g, '');

/** A condition as SQL text: `'user.id = :id'`. */
function fromText(node: Node): Filters {
  const pieces = piecesOf(node);
  if (!pieces) return UNKNOWN;
  return fromAnalysis(analyseSql([{ kind: 'text', text: 'SELECT x FROM t WHERE ' }, ...pieces]));
}

function fromStatement(node: Node): Filters {
  const pieces = piecesOf(node);
  return pieces ? fromAnalysis(analyseSql(pieces)) : UNKNOWN;
}

function fromAnalysis(analysis: ReturnType<typeof analyseSql>): Filters {
  if (!analysis) return UNKNOWN;
  return {
    known: analysis.filters.map(({ column, operator }) => ({
      column: lastPart(column),
      how: operator === '=' ? 'equal' : operator === 'in' ? 'in' : 'other',
      value: null,
    })),
    complete: true,
  };
}
