import type { TSESTree } from '@typescript-eslint/utils';

import type { Filter, Filters, Query } from '../model/query.js';
import { analyseSql } from '../sql/index.js';
import type { Node } from '../syntax/ast.js';
import { calleeName, isFunction, keyName, memberName } from '../syntax/nodes.js';
import { allReturns } from '../syntax/walk.js';
import { denote } from './entities.js';
import { argumentAt, constantOf, follow, textOf } from './values.js';
import { piecesOf } from './text.js';

/** Keys of operator objects that mean equality, or a list: Prisma, Mongo, Sequelize, MikroORM. */
const EQUALITY = new Set(['equals', '$eq', 'eq']);
const LISTS = new Set(['in', '$in', 'In']);
/** Functions that make one condition: Drizzle's and TypeORM's, by name within a query. */
const EQUAL_FUNCTIONS = new Set(['eq', 'Equal']);
/** Functions whose condition says nothing of the number of rows. */
const WIDE_FUNCTIONS = new Set([
  'or',
  'not',
  'exists',
  'notExists',
  'sql',
  'isNull',
  'isNotNull',
  'raw',
  'literal',
  'fn',
  'where',
  'Not',
  'Raw',
  'IsNull',
]);
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
      else if (where !== 'absent') add(filtersIn(where));
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
        add(call.arguments[0] ? fromCondition(call.arguments[0]) : NONE);
        break;
      case 'other':
        known.push(OTHER);
        break;
    }
  }
  if (query.text) add(fromStatement(query.text));
  return { known, complete };
}

/** A condition that says nothing of the number of rows. */
const OTHER: Filter = { column: '', how: 'other', value: null };
const NONE: Filters = { known: [], complete: true };
const UNKNOWN: Filters = { known: [], complete: false };

/** Keys that join filters, by what they mean: Prisma's, Mongo's and Sequelize's (`[Op.and]`). */
const ALL_OF = new Set(['AND', '$and', 'and']);
const ANY_OF = new Set(['OR', '$or', 'or']);
const WIDER = new Set(['NOT', '$not', '$nor', 'not', '$expr', '$text', '$where', '$comment']);

/** The filters of an object of columns: `{ userId, status: { in: […] }, AND: […] }`. */
export function filtersIn(node: Node): Filters {
  const object = follow(node);
  if (object.type === 'Literal' || (object.type === 'Identifier' && object.name === 'undefined')) return NONE;
  // TypeORM: a list of alternatives.
  if (object.type === 'ArrayExpression')
    return object.elements.length === 0 ? NONE : { known: [anyOf(object)], complete: true };
  if (object.type !== 'ObjectExpression')
    return object.type === 'CallExpression' || isFunction(object) ? fromExpression(object) : UNKNOWN;
  const known: Filter[] = [];
  let complete = true;
  const add = (filters: Filters): void => {
    known.push(...filters.known);
    complete &&= filters.complete;
  };
  for (const property of object.properties) {
    if (property.type === 'SpreadElement') {
      add(filtersIn(property.argument));
      continue;
    }
    const column = nameOfKey(property);
    if (column === null) complete = false;
    else if (ALL_OF.has(column)) {
      const value = follow(property.value);
      for (const part of value.type === 'ArrayExpression' ? value.elements : [value]) if (part) add(filtersIn(part));
    } else if (ANY_OF.has(column)) known.push(anyOf(property.value));
    else if (WIDER.has(column)) known.push(OTHER);
    else known.push({ column, how: howOf(property.value), value: property.value });
  }
  return { known, complete };
}

/** Alternatives, whose value is the list of them. */
const anyOf = (value: Node): Filter => ({ column: 'OR', how: 'other', value });

/** The name of a key, also of `[Op.in]` and of `[COLUMN]` where that is a constant. */
function nameOfKey(property: TSESTree.Property): string | null {
  const name = keyName(property.key, property.computed);
  if (name !== null) return name;
  const constant = constantOf(property.key);
  if (typeof constant === 'string') return constant;
  return property.key.type === 'MemberExpression' ? memberName(property.key) : null;
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
    const name = nameOfKey(property);
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
  if (column === null) {
    if (first.type === 'SpreadElement') return UNKNOWN;
    // `knex.where(db.raw('lower(email)'), '=', email)`: some column that has no name.
    return second ? { known: [OTHER], complete: true } : filtersIn(first);
  }
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
  // `whereInIds(ids)`, `findByIds(ids)`
  if (first && !second && how === 'in') return { known: [{ column: 'id', how, value: first }], complete: true };
  const column = first ? textOf(first) : null;
  if (column === null) return UNKNOWN;
  return { known: [{ column: lastPart(column), how, value: second ?? null }], complete: true };
}

/** `eq(users.id, id)`, `and(eq(…), inArray(…))`, `(eb) => eb.and([eb('id', '=', id)])`, `new Brackets((qb) => …)`. */
function fromExpression(node: Node): Filters {
  const value = follow(node);
  if (value.type === 'ObjectExpression') return filtersIn(value);
  if (isFunction(value)) {
    const returned = allReturns(value);
    return returned.length === 1 ? fromExpression(returned[0]!) : { known: [OTHER], complete: true };
  }
  if (value.type === 'NewExpression') return { known: [OTHER], complete: true };
  if (value.type !== 'CallExpression') return UNKNOWN;
  const name = calleeName(value) ?? '';
  if (name === 'and') return fromAll(value.arguments);
  // `sql.raw(…)`: any condition at all.
  if (name === 'raw') return UNKNOWN;
  // A function of the project's own may build any filter.
  const isOwn = denote(value.callee)?.kind === 'function';
  const column = value.arguments[0] && !isOwn ? columnOf(value.arguments[0]) : null;
  if (column === null) return WIDE_FUNCTIONS.has(name) ? { known: [OTHER], complete: true } : UNKNOWN;
  const second = value.arguments[1] ?? null;
  if (EQUAL_FUNCTIONS.has(name)) return { known: [{ column, how: 'equal', value: second }], complete: true };
  if (IN_FUNCTIONS.has(name)) return { known: [{ column, how: 'in', value: second }], complete: true };
  // Kysely's `eb('id', '=', id)`, under whatever name.
  if (value.callee.type === 'Identifier' && value.arguments.length === 3 && textOf(value.arguments[0]!) !== null)
    return fromColumns(value);
  return { known: [{ column, how: 'other', value: second }], complete: true };
}

/** The arguments of `and(a, b)`, or the list of `eb.and([a, b])`. */
function fromAll(given: readonly Node[]): Filters {
  const list = given.length === 1 ? follow(given[0]!) : null;
  const parts = (list?.type === 'ArrayExpression' ? list.elements : given).flatMap((part) =>
    part ? [fromExpression(part)] : [],
  );
  return { known: parts.flatMap((part) => part.known), complete: parts.every((part) => part.complete) };
}

/** The column of `users.id`, `t.users.id` or `'users.id'`. */
function columnOf(node: Node): string | null {
  const text = textOf(node);
  if (text !== null) return lastPart(text);
  return node.type === 'MemberExpression' ? memberName(node) : null;
}

const lastPart = (column: string): string => column.slice(column.lastIndexOf('.') + 1).replaceAll(/["`[\]]/g, '');

/** TypeORM's `where`: text, an object of columns, or brackets. */
function fromCondition(node: Node): Filters {
  const value = follow(node);
  return value.type === 'ObjectExpression' || value.type === 'NewExpression' || isFunction(value)
    ? fromExpression(value)
    : fromText(node);
}

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
