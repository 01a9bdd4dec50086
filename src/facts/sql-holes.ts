import type { TSESTree } from '@typescript-eslint/utils';

import { sourceText } from '../model/file.js';
import { analyseSql, type Clause, type HoleRole } from '../sql/index.js';
import type { Node } from '../syntax/ast.js';
import {
  calleeName,
  classOfThis,
  isFunction,
  memberName,
  outward,
  receiverOf,
  unwrap,
  unwrapAwait,
} from '../syntax/nodes.js';
import { getBinding } from './bindings.js';
import { allCallers } from './callers.js';
import { isClosed } from './closed.js';
import { findParameter } from './closed-names.js';
import { denote, findCalled, rowOf } from './entities.js';
import { requestValueOf } from './flow/request-values.js';
import { assignmentsOf } from './members.js';
import { textOfDoor, type SqlDoor } from './sql-doors.js';
import type { TextHole } from './text.js';
import { follow } from './values.js';

/** A value of unknown content in a door's text. */
export interface OpenHole {
  readonly node: Node;
  /** What stands in its place for the database; `unknown` where the text can't be read. */
  readonly role: HoleRole;
}

/** The clauses whose text the methods of builders take. */
const CLAUSES: readonly (readonly [RegExp, Clause])[] = [
  [/where|^raw$|having/i, 'where'],
  [/order/i, 'order by'],
  [/group/i, 'group by'],
  [/join/i, 'on'],
  [/^from/i, 'from'],
];

/** The clause that a door's text is a part of; undefined for whole statements. */
export function clauseOf(door: SqlDoor): Clause | undefined {
  if (!door.row.fragment) return undefined;
  const name = calleeName(door.call) ?? '';
  return CLAUSES.find(([pattern]) => pattern.test(name))?.[1] ?? 'select';
}

/** The values in a door's text that can be anything. */
export function openHolesOf(door: SqlDoor): OpenHole[] {
  const { parts, loose } = textOfDoor(door);
  const holes = parts.filter((part) => part.kind === 'hole');
  if (holes.length === 0 && loose.length === 0) return [];
  const hasText = parts.some((part) => part.kind === 'text' && /\w/.test(part.text));
  if (!hasText && loose.length === 0)
    return holes.flatMap((hole) => (isPastedWhole(hole, door) ? [{ node: hole.node, role: 'fragment' }] : []));
  const clause = clauseOf(door);
  const analysis = analyseSql(
    parts.map((part) => (part.kind === 'text' ? { kind: 'text', text: part.text } : { kind: 'hole' })),
    clause ? { clause } : {},
  );
  const open: OpenHole[] = [];
  for (const [index, hole] of holes.entries()) {
    const role = analysis?.holes[index]?.role ?? 'unknown';
    if (role !== 'placeholder' && isOpen(hole, role, hole === parts[0], door)) open.push({ node: hole.node, role });
  }
  for (const hole of loose) if (isOpen(hole, 'unknown', false, door)) open.push({ node: hole.node, role: 'unknown' });
  return open;
}

function isOpen(hole: TextHole, role: HoleRole, leading: boolean, door: SqlDoor): boolean {
  if (isClosed(hole.node, hole.frame) || isOwnParameter(hole.node, door)) return false;
  // A text that begins with something unknown is that something's, and judged where it is made.
  if (leading && !door.row.fragment) return isRequestRead(hole.node);
  // A clause of unknown make can't be judged from here.
  if ((role === 'fragment' || role === 'unknown') && (isForeignCall(hole.node) || isHandedStatement(hole.node)))
    return false;
  if (CLAUSE_ROLES.has(role) && isPartOfResult(hole.node)) return false;
  return !isWiredName(hole.node, VALUE_ROLES.has(role));
}

/** Where a value may stand: whatever comes there can be bound. */
const VALUE_ROLES: ReadonlySet<HoleRole> = new Set(['value', 'quoted', 'list', 'limit']);
const NAMES_A_PART =
  /table|column|schema|alias|field|ref(?:erence)?$|sql|expr|clause|condition|prefix|suffix|view|relation|cte|join|from$/i;

/**
 * `${this.tableColumn}`, `${context.alias}`: the name of a part of the schema, which an object carries that the code has
 * put together itself. Sort keys and directions, which clients choose, are called otherwise.
 */
function isWiredName(node: Node, isValue: boolean): boolean {
  const value = unwrapAwait(follow(unwrapAwait(node)));
  if (value.type !== 'MemberExpression' || isRequestRead(value)) return false;
  const name = memberName(value);
  if (name === null) return false;
  let root: Node = value.object;
  while (root.type === 'MemberExpression') root = unwrap(root.object);
  // Where a value may stand, a column may stand as well: there only the name tells.
  if (isValue && !/table|column|schema|alias/i.test(name)) return false;
  if (root.type === 'ThisExpression') return value.object !== root || isSetByConstructor(value, name);
  if (!NAMES_A_PART.test(name) || FROM_OUTSIDE.test(sourceText(value))) return false;
  const parameter = findParameter(root);
  return parameter !== null && allCallers(parameter.fn) === null;
}

/** What an object of a request or a message is called. */
const FROM_OUTSIDE = /\b(?:req|request|ctx|event|body|query\w*|params|input|args|payload|dto|message)\b/i;

/** A field that gets its constructor's argument, or that a base class has: set once, by who makes the object. */
function isSetByConstructor(member: TSESTree.MemberExpression, name: string): boolean {
  const owner = classOfThis(member);
  if (!owner) return false;
  return (assignmentsOf(owner).get(name) ?? []).every((each) => {
    let root = unwrap(each);
    while (root.type === 'MemberExpression') root = unwrap(root.object);
    const made = findParameter(root)?.fn.parent;
    return made?.type === 'MethodDefinition' && made.kind === 'constructor';
  });
}

/** `select count(*) from (${query}) t` in a function that is given the query: judged where that text is made. */
function isHandedStatement(node: Node): boolean {
  const value = unwrap(node);
  return (
    value.type === 'Identifier' &&
    /(?:sql|query|statement|stmt)$/i.test(value.name) &&
    getBinding(value).kind === 'parameter'
  );
}

/** Where a text of the project's own making stands, not a value or a name. */
const CLAUSE_ROLES: ReadonlySet<HoleRole> = new Set(['fragment', 'unknown', 'keyword']);

/** `const { filterQuery } = parseFilters(query)`, `parsed.where`: one of several texts that a function gave. */
function isPartOfResult(node: Node): boolean {
  const value = unwrapAwait(follow(unwrapAwait(node)));
  // `filterQuery.split('\n').filter(…).join('\n')` is still that text.
  const receiver = value.type === 'CallExpression' ? receiverOf(value) : null;
  if (receiver) return isPartOfResult(receiver);
  if (value.type === 'MemberExpression') {
    const object = unwrapAwait(follow(unwrapAwait(value.object)));
    return object.type === 'CallExpression' && !isRequestRead(object);
  }
  const binding = value.type === 'Identifier' ? getBinding(value) : null;
  if (binding?.kind !== 'value' || !binding.init || binding.path.length === 0) return false;
  const init = unwrapAwait(follow(unwrapAwait(binding.init)));
  return init.type === 'CallExpression' && !isRequestRead(init);
}

const isForeignCall = (node: Node): boolean => {
  const call = unwrapAwait(follow(unwrapAwait(node)));
  return (
    call.type === 'CallExpression' &&
    findCalled(call) === null &&
    !/^(?:join|trim|toString|concat|replace|map)$/.test(calleeName(call) ?? '')
  );
};

/** `Raw((alias) => …)`: the library's own argument. */
function isOwnParameter(node: Node, door: SqlDoor): boolean {
  const value = unwrap(node);
  const binding = value.type === 'Identifier' ? getBinding(value) : null;
  return binding?.kind === 'parameter' && isFunction(binding.fn) && outward(binding.fn) === door.call;
}

const STATEMENT = /sql|query|text|statement|stmt|command|script|expression|fragment|condition|clause/i;

/** A value that is the whole text: reported only where it is known to come from outside, or pasted into a tag. */
function isPastedWhole(hole: TextHole, door: SqlDoor): boolean {
  const value = unwrapAwait(hole.node);
  if (isClosed(value, hole.frame)) return false;
  if (isRequestRead(value)) return true;
  if (!isPasting(door)) return false;
  // What a package's function gives can't be known; what is read from an object by a method is a value.
  if (value.type === 'CallExpression')
    return findCalled(value) !== null || (isInTag(door.call) && value.callee.type === 'MemberExpression');
  if (value.type !== 'Identifier' && value.type !== 'MemberExpression') return false;
  const name = value.type === 'Identifier' ? value.name : (memberName(value) ?? '');
  return isInTag(door.call) || !STATEMENT.test(name);
}

/** `sql.raw(column)`, `orderByRaw(sort)`: text that is a piece of a statement by its nature. */
const isPasting = (door: SqlDoor): boolean =>
  door.row.escape === 'raw' ||
  isInTag(door.call) ||
  (door.row.fragment === true && /raw$|literal$/i.test(calleeName(door.call) ?? ''));

/** Inside a template of a tag that binds its other holes. */
export function isInTag(node: Node): boolean {
  return findTag(node) !== null;
}

/** The tagged template that an expression is a hole of. */
export function findTag(node: Node): TSESTree.TaggedTemplateExpression | null {
  for (let up = outward(node); up; up = outward(up)) {
    if (up.type === 'TemplateLiteral')
      return up.parent.type === 'TaggedTemplateExpression' && rowOf(denote(up.parent.tag))?.tag?.binds
        ? up.parent
        : null;
    if (up.type !== 'ConditionalExpression' && up.type !== 'LogicalExpression') return null;
  }
  return null;
}

/** A part of a request, by way of names and helpers of the project's. */
const isRequestRead = (node: Node): boolean => requestValueOf(node) !== null;
