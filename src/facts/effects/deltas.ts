import type { Query } from '../../model/query.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, isFunction, keyName, memberName, unwrap } from '../../syntax/nodes.js';
import { findVariable } from '../bindings.js';
import { follow, textOf } from '../values.js';

/** How a write reckons with what is there: not at all (`set`), by counting, by appending, by creating rows beside it. */
export type Delta = 'set' | 'increment' | 'append' | 'create';

const COUNTERS = new Set(['increment', 'decrement', 'multiply', 'divide', '$inc', '$mul']);
const APPENDERS = new Set(['push', '$push', '$pushAll', '$append', 'append', '$arrayAppend']);
const NESTED_CREATES = new Set(['create', 'createMany']);
/** Under these, a nested creation happens only where nothing is yet. */
const HANDLED = new Set(['data', 'upsert', 'connectOrCreate']);
/** Parts of a call that say which rows, not what is written. */
const NOT_DATA = new Set(['where', 'select', 'include', 'orderBy', 'returning', 'options', 'transaction', 'session']);
/** Columns of optimistic locking, which count on purpose. */
const VERSIONS = /^(?:token_?)?version$|^_?rev(?:ision)?$|^epoch$/i;
const MAX_DEPTH = 8;

/** What an update (or the update half of an upsert) does with the values that it finds. */
export function deltaOf(query: Query): Delta {
  for (const name of namesOf(query)) if (/^(?:increment|decrement)$/.test(name)) return 'increment';
  if (query.start.type !== 'CallExpression') return 'set';
  const isPrisma = query.library.name === 'prisma';
  const given = [
    ...query.start.arguments,
    ...query.links.flatMap(({ name, call }) => (FILTERS.test(name) ? [] : call.arguments)),
  ];
  let found: Delta = 'set';
  for (const argument of given) {
    const delta = deltaIn(argument, { isPrisma, isUpsert: query.op === 'upsert', key: null }, 0);
    if (delta === 'increment') return delta;
    if (delta !== 'set') found = delta;
  }
  return found;
}

const FILTERS = /^(?:where|andWhere|orWhere|having|join|leftJoin|innerJoin|select|returning|orderBy|with)/i;

const namesOf = ({ start, links }: Query): string[] => [
  ...(start.type === 'CallExpression' ? [calleeName(start) ?? ''] : []),
  ...links.map(({ name }) => name),
];

interface Place {
  readonly isPrisma: boolean;
  readonly isUpsert: boolean;
  /** The column whose value is being looked at. */
  readonly key: string | null;
}

function deltaIn(node: Node, place: Place, depth: number): Delta {
  if (depth > MAX_DEPTH) return 'set';
  const value = follow(unwrap(node));
  switch (value.type) {
    case 'ObjectExpression':
      return strongest(value.properties.map((property) => ofProperty(property, place, depth)));
    case 'ArrayExpression':
      if (value.elements.some((each) => each?.type === 'SpreadElement' && readsKey(each.argument, place.key)))
        return 'append';
      return strongest(value.elements.map((each) => (each ? deltaIn(each, place, depth + 1) : 'set')));
    case 'SpreadElement':
      return deltaIn(value.argument, place, depth + 1);
    case 'BinaryExpression':
      return /^[-+*/]$/.test(value.operator) && (readsKey(value.left, place.key) || readsKey(value.right, place.key))
        ? 'increment'
        : 'set';
    case 'TaggedTemplateExpression':
      return deltaOfSql(value.quasi.quasis.map((quasi) => quasi.value.cooked).join(' x '));
    case 'ConditionalExpression':
      return strongest([deltaIn(value.consequent, place, depth + 1), deltaIn(value.alternate, place, depth + 1)]);
    case 'LogicalExpression':
      return deltaIn(value.right, place, depth + 1);
    case 'ArrowFunctionExpression':
      return value.body.type === 'BlockStatement' ? 'set' : deltaIn(value.body, place, depth + 1);
    case 'CallExpression':
      return ofCall(value, place, depth);
    case 'Literal':
    case 'TemplateLiteral': {
      // TypeORM: `{ views: () => 'views + 1' }`.
      const text = isFunction(value.parent) ? textOf(value) : null;
      return text === null ? 'set' : deltaOfSql(text);
    }
    default:
      return 'set';
  }
}

function ofProperty(property: TSESTree.ObjectLiteralElement, place: Place, depth: number): Delta {
  if (property.type === 'SpreadElement') return deltaIn(property.argument, place, depth + 1);
  const key = keyName(property.key, property.computed);
  if (key === null || NOT_DATA.has(key) || VERSIONS.test(key)) return 'set';
  const value = unwrap(property.value);
  if (COUNTERS.has(key) && (key.startsWith('$') || place.key !== null)) return 'increment';
  if (APPENDERS.has(key) && (key.startsWith('$') || (place.isPrisma && place.key !== null))) return 'append';
  if (place.isPrisma && place.key !== null && !HANDLED.has(place.key) && NESTED_CREATES.has(key)) return 'create';
  // The create half of an upsert comes into play once.
  if (place.isUpsert && depth === 0 && key === 'create') return 'set';
  return deltaIn(value, { ...place, key }, depth + 1);
}

/** `eb('n', '+', 1)`, `literal('n + 1')`, `sql.raw(…)`, `knex.raw('?? + 1', …)`, `(post.tags ?? []).concat(tag)`. */
function ofCall(call: TSESTree.CallExpression, place: Place, depth: number): Delta {
  const name = calleeName(call) ?? '';
  const [first, second] = call.arguments;
  if (/^(?:literal|raw|fn|sql)$/.test(name) && first) return deltaOfSql(textOf(first) ?? '');
  if (call.arguments.length === 3 && second && /^[-+*/]$/.test(textOf(second) ?? '')) return 'increment';
  if (name === 'increment' || name === 'decrement') return 'increment';
  if (name === 'arrayUnion') return 'set';
  const callee = unwrap(call.callee);
  if (callee.type === 'MemberExpression' && readsKey(callee.object, place.key)) {
    if (name === 'concat') return 'append';
    if (/^(?:plus|minus|add|sub|times|mul|div)$/.test(name)) return 'increment';
  }
  return call.arguments.length === 1 && first && !/^(?:String|Number|Boolean)$/.test(name)
    ? deltaIn(first, place, depth + 1)
    : 'set';
}

/** Whether an expression reads the property that is being written: `account.balance` for `balance`. */
function readsKey(node: Node, key: string | null): boolean {
  if (key === null) return false;
  const value = unwrap(node);
  if (value.type === 'MemberExpression') return memberName(value) === key;
  if (value.type === 'LogicalExpression') return readsKey(value.left, key);
  if (value.type === 'BinaryExpression') return readsKey(value.left, key) || readsKey(value.right, key);
  return value.type === 'CallExpression' && value.arguments.some((argument) => readsKey(argument, key));
}

/** What an SQL expression does with a column: `n + 1`, `array_append(tags, $1)`, `log || $1`. */
function deltaOfSql(text: string): Delta {
  if (/array_append|array_prepend|jsonb_insert|array_cat|json_array_append|\|\|/i.test(text)) return 'append';
  if (/\bnow\(|current_timestamp|\binterval\b|datetime\(|\bexcluded\b\s*\.\s*\S+\s*$/i.test(text)) return 'set';
  return /[\w)\]"`x]\s*[-+*]\s*[\w($:?@]/.test(text) ? 'increment' : 'set';
}

const ORDER: readonly Delta[] = ['increment', 'create', 'append'];
const strongest = (deltas: readonly Delta[]): Delta => ORDER.find((delta) => deltas.includes(delta)) ?? 'set';

/** How the code changed an object that it then saves: `doc.votes += 1`, `doc.items.push(x)`. */
export function deltaOfObject(node: Node): Delta {
  const object = unwrap(node);
  const variable = object.type === 'Identifier' ? findVariable(object) : null;
  let found: Delta = 'set';
  for (const { identifier } of variable?.references ?? []) {
    const member = (identifier as Node).parent;
    if (member?.type !== 'MemberExpression' || member.object !== (identifier as Node)) continue;
    const use = member.parent;
    const key = memberName(member);
    if (use.type === 'UpdateExpression') return 'increment';
    if (use.type === 'AssignmentExpression' && use.left === member) {
      if (/^[-+*/]=$/.test(use.operator)) return 'increment';
      const delta = deltaIn(use.right, { isPrisma: false, isUpsert: false, key }, 1);
      if (delta === 'increment') return delta;
      if (delta !== 'set') found = delta;
    }
    if (use.type === 'MemberExpression' && /^(?:push|unshift)$/.test(memberName(use) ?? '')) {
      if (use.parent.type === 'CallExpression' && use.parent.callee === use) found = 'append';
    }
  }
  return found;
}
