import { fileOf, type BackendFile } from '../model/file.js';
import type { Filter, Query } from '../model/query.js';
import { analyseSql } from '../sql/index.js';
import type { Node } from '../syntax/ast.js';
import { calleeName, enclosingFunction, keyName, outward } from '../syntax/nodes.js';
import { findVariable } from './bindings.js';
import { filtersIn, filtersOf } from './filters.js';
import { piecesOf } from './text.js';
import { argumentAt, follow, textOf } from './values.js';

/** Why a list read can't grow without end, or `none`. `unknown`: something about it can't be told. */
export type Bound =
  'limit' | 'stream' | 'key' | 'keys' | 'parent' | 'aggregate' | 'grouped' | 'not-a-list' | 'unknown' | 'none';

/** What bounds the rows of a query. */
export function boundOf(query: Query): Bound {
  if (query.op === 'raw') return boundOfText(query);
  if (query.op !== 'read-many') return query.op === 'count' ? 'aggregate' : 'not-a-list';
  if (query.links.some(({ row }) => row.bounds)) return 'limit';
  if (query.links.some(({ row }) => row.streams)) return 'stream';
  if (query.ends.some((end) => end.how === 'escape')) return 'unknown';
  if (query.start.type === 'CallExpression') {
    for (const position of query.row.bound ?? []) {
      const given = argumentAt(query.start, position);
      if (given === 'unknown') return 'unknown';
      if (given !== 'absent') return 'limit';
    }
    if (
      isPresent(query.start, '0.distinct') ||
      query.links.some(({ name }) => /^(?:distinct|selectDistinct)/.test(name))
    )
      return 'grouped';
    if (calleeName(query.start) === 'aggregate') {
      const staged = boundOfPipeline(query.start.arguments[0]);
      if (staged) return staged;
    }
  }
  if (query.links.some(({ row }) => row.groups)) return 'grouped';
  if (query.row.joins !== undefined && isFilteredByJoin(query.start, query.row.joins)) return 'unknown';
  const { known, complete } = filtersOf(query);
  return boundOfFilters(known) ?? (complete ? 'none' : 'unknown');
}

function isFilteredByJoin(start: Query['start'], position: string): boolean {
  const joined = start.type === 'CallExpression' ? argumentAt(start, position) : 'absent';
  if (joined === 'absent') return false;
  return joined === 'unknown' || /\bwhere\b|\brequired\b/.test(fileOf(joined).text.slice(...joined.range));
}

const isPresent = (call: Parameters<typeof argumentAt>[0], position: string): boolean =>
  typeof argumentAt(call, position) !== 'string';

const UNIQUE =
  /^(?:_?id|uuid|guid|ulid|sid|pk|email|e_?mail|name|title|username|user_?name|slug|handle|token|key|code|sku|hash|external_?id|public_?id|short_?id|order_?number|number|phone|phone_?number|iban|isbn|ean|vin|address|domain|hostname|subdomain|url|uri|link|path|file_?name|digest|checksum|fingerprint|api_?key|jti|nonce)$/i;
const TENANT = /^tenant_?id$/i;
const PARENT = /(?:[a-z]Id|_id|ID|Uuid|_uuid|_sid|Slug|Ref)$/;

function boundOfFilters(filters: readonly Filter[]): Bound | null {
  for (const filter of filters) {
    const bound = boundOfFilter(filter);
    if (bound) return bound;
  }
  return null;
}

function boundOfFilter(filter: Filter): Bound | null {
  const { column, how, value } = filter;
  if (how === 'equal' && UNIQUE.test(column)) return 'key';
  if (how === 'in' && isKeyList(filter)) return 'keys';
  if (how === 'equal' && PARENT.test(column) && !TENANT.test(column)) return 'parent';
  if (column === 'OR' || column === '$or') return value && boundOfAlternatives(value);
  return value && boundOfRelation(column, value, 0);
}

/** `OR: [{ userId }, { ownerId }]` bounds where every alternative does. */
function boundOfAlternatives(node: Node): Bound | null {
  const list = follow(node);
  // One alternative for each item of a list: as many rows as items.
  if (list.type === 'CallExpression') return calleeName(list) === 'map' ? 'keys' : 'unknown';
  if (list.type !== 'ArrayExpression') return 'unknown';
  const bounds = list.elements.map((element) => element && boundOfFilters(filtersIn(element).known));
  return bounds.every((bound) => bound !== null) ? (bounds[0] ?? null) : null;
}

/** A list of ids bounds the rows; a closed list of states doesn't. */
function isKeyList({ column, value }: Filter): boolean {
  if (UNIQUE.test(column) || PARENT.test(column)) return true;
  if (/^(?:status|state|type|kind|role|level|category|country|currency|lang(?:uage)?|locale|priority)$/i.test(column))
    return false;
  const list = value && follow(value);
  return list !== null && list.type !== 'ArrayExpression';
}

/**
 * A relation given by its parent's own columns, however deep: `{ author: { id } }`,
 * `{ members: { some: { userId } } }`, `{ profile: { source, symbol } }`.
 */
function boundOfRelation(column: string, node: Node, hops: number): Bound | null {
  if (/^tenant$/i.test(column) || hops > 8) return null;
  const value = follow(node);
  // `{ team: buildTeamWhere(…) }`, `{ envelope: whereInput }`: a filter from elsewhere.
  if (value.type === 'CallExpression' || value.type === 'Identifier' || value.type === 'MemberExpression')
    return /where|filter|query|input|criteria|condition/i.test(nameOfValue(value)) ? 'unknown' : null;
  if (value.type !== 'ObjectExpression') return null;
  const keys: string[] = [];
  for (const property of value.properties) {
    const key = property.type === 'Property' ? keyName(property.key, property.computed) : null;
    if (property.type !== 'Property' || key === null) return 'unknown';
    keys.push(key);
    const inner = follow(property.value);
    if (key === 'OR') {
      const bound = boundOfAlternatives(inner);
      if (bound) return bound;
    } else if (inner.type === 'ObjectExpression') {
      const bound = boundOfRelation(key, inner, hops + 1);
      if (bound) return bound;
    } else if (UNIQUE.test(key) || (PARENT.test(key) && !TENANT.test(key))) return 'parent';
  }
  // A parent by its compound key; operators and flags are no key.
  return hops === 0 && keys.length > 1 && keys.every((key) => !NO_KEY.test(key)) ? 'parent' : null;
}

const NO_KEY =
  /^\$|^(?:not|in|notIn|lt|lte|gt|gte|contains|startsWith|endsWith|mode|search|some|every|none|is|isNot|has|hasSome|hasEvery|isEmpty|equals|AND|OR|NOT)$|status|state|type|kind|category|role|level|active|deleted|inserted|enabled/i;

function nameOfValue(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MemberExpression') return keyName(node.property, node.computed) ?? '';
  return node.type === 'CallExpression' ? (calleeName(node) ?? '') : '';
}

function boundOfText(query: Query): Bound {
  const pieces = query.text && piecesOf(query.text);
  const analysis = pieces && analyseSql(pieces);
  if (!analysis) return 'unknown';
  if (analysis.kind !== 'select' || analysis.writes) return 'not-a-list';
  if (analysis.bounded) return 'limit';
  if (analysis.singleRow) return 'aggregate';
  // A hole of its own may well be the LIMIT clause.
  if (analysis.holes.some(({ role }) => role === 'fragment' || role === 'unknown')) return 'unknown';
  if (query.links.some(({ row }) => row.streams)) return 'stream';
  if (analysis.grouped) return 'grouped';
  if (query.links.some(({ row }) => row.op === 'read-one')) return 'not-a-list';
  return boundOfFilters(filtersOf(query).known) ?? 'none';
}

/** An aggregation pipeline (`[{ $match }, { $limit }]`) bounds or reduces by its stages. */
function boundOfPipeline(node: Node | undefined): Bound | null {
  if (!node) return null;
  const pipeline = follow(node);
  if (pipeline.type !== 'ArrayExpression') return 'unknown';
  for (const element of pipeline.elements) {
    const stage = element && follow(element);
    if (stage?.type !== 'ObjectExpression') return 'unknown';
    for (const property of stage.properties) {
      const name = property.type === 'Property' ? (keyName(property.key, property.computed) ?? '') : '';
      if (name === '$limit' || name === '$sample') return 'limit';
      if (name === '$count' || name === '$group' || name === '$facet' || name === '$bucket') return 'grouped';
      if (name === '$out' || name === '$merge') return 'not-a-list';
    }
  }
  return null;
}

/** Where the rows of a query go. */
export type Destination = 'response' | 'caller' | 'loop' | 'inside';

const SENDERS = /^(?:json|send|render|end|write|html|body|jsonp|reply|ok|success)$/;

/** Whether the rows leave the function that reads them, for a response or a caller. */
export function destinationOf(query: Query): Destination {
  for (const end of query.ends) {
    if (end.how === 'return') return 'caller';
    if (end.how === 'await') {
      const destination = follows(outwardOfAwait(end.node), 0);
      if (destination !== 'inside') return destination;
    }
  }
  return query.run && query.ends.length === 0 ? 'caller' : 'inside';
}

function outwardOfAwait(node: Node): Node {
  const parent = outward(node);
  return parent?.type === 'AwaitExpression' ? parent : node;
}

function follows(node: Node, hops: number): Destination {
  if (hops > 8) return 'inside';
  const parent = outward(node);
  switch (parent?.type) {
    case 'ReturnStatement':
      return 'caller';
    case 'ArrowFunctionExpression':
      return parent.body === node || parent.body.range[0] === node.range[0] ? 'caller' : 'inside';
    case 'CallExpression': {
      const callee =
        parent.callee.type === 'MemberExpression' ? keyName(parent.callee.property, parent.callee.computed) : null;
      if (parent.callee === node) return follows(parent, hops + 1);
      if (callee !== null && SENDERS.test(callee)) return 'response';
      return follows(parent, hops + 1);
    }
    case 'MemberExpression': {
      const name = keyName(parent.property, parent.computed);
      if (name === 'length') return 'inside';
      const call = outward(parent);
      // `rows.map(toDto)` is still the rows; `rows.reduce(…)`, `rows.find(…)` are one value.
      if (
        call?.type === 'CallExpression' &&
        name !== null &&
        /^(?:reduce|find|some|every|forEach|includes|findIndex|at|join)$/.test(name)
      )
        return name === 'forEach' ? 'loop' : 'inside';
      return follows(parent, hops + 1);
    }
    case 'ForOfStatement':
      return 'loop';
    case 'Property':
    case 'ObjectExpression':
    case 'ArrayExpression':
    case 'SpreadElement':
    case 'AwaitExpression':
    case 'ConditionalExpression':
    case 'LogicalExpression':
    case 'NewExpression':
    case 'TemplateLiteral':
      return follows(parent, hops + 1);
    case 'AssignmentExpression':
      return parent.left.type === 'MemberExpression' &&
        SENDERS.test(keyName(parent.left.property, parent.left.computed) ?? '')
        ? 'response'
        : parent.left.type === 'Identifier'
          ? ofVariable(parent.left, hops)
          : 'inside';
    case 'VariableDeclarator':
      return ofPattern(parent.id, hops);
    default:
      return 'inside';
  }
}

function ofPattern(pattern: Node, hops: number): Destination {
  const names = pattern.type === 'Identifier' ? [pattern] : namesIn(pattern);
  const all = names.map((name) => ofVariable(name, hops));
  return (
    all.find((each) => each === 'response') ??
    all.find((each) => each === 'caller') ??
    all.find((each) => each === 'loop') ??
    'inside'
  );
}

function namesIn(pattern: Node): Extract<Node, { name: string; type: 'Identifier' }>[] {
  const names: Extract<Node, { name: string; type: 'Identifier' }>[] = [];
  if (pattern.type === 'ArrayPattern')
    for (const each of pattern.elements) if (each?.type === 'Identifier') names.push(each as never);
  if (pattern.type === 'ObjectPattern')
    for (const each of pattern.properties)
      if (each.type === 'Property' && each.value.type === 'Identifier') names.push(each.value as never);
  return names;
}

function ofVariable(id: Node, hops: number): Destination {
  const variable = id.type === 'Identifier' ? findVariable(id) : null;
  let best: Destination = 'inside';
  for (const reference of variable?.references ?? []) {
    if (!reference.isRead()) continue;
    const destination = follows(reference.identifier as Node, hops + 1);
    if (destination === 'response' || destination === 'caller') return destination;
    if (destination === 'loop') best = 'loop';
  }
  return best;
}

const BATCH_PATH = /(?:cron|jobs?|queues?|workers?|processors?|consumers?|schedulers?|tasks?|gathering)(?:[/.-]|$)/i;

/** Whether the file is background work, which takes its rows in batches of its own making. */
export const isBackground = (file: BackendFile): boolean => BATCH_PATH.test(file.path.slice(-100));

const WHOLE_TABLE = /export|csv|xlsx|dump|backup|archive|migrat|seed|sitemap|backfill|reindex|warm|sync|stream/i;

/** Whether a read of everything is what the code is for: an export, a backup, a re-index. */
export function isWholesale(node: Node, file: BackendFile): boolean {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const name = nameOf(fn);
    if (name !== null && WHOLE_TABLE.test(name)) return true;
  }
  return /(?:^|[/.-])(?:exports?|csv|backup|dump|sitemap|backfill|reindex)(?:[/.-]|$)/i.test(file.path.slice(-80));
}

function nameOf(fn: Node): string | null {
  if ((fn.type === 'FunctionDeclaration' || fn.type === 'FunctionExpression') && fn.id) return fn.id.name;
  const holder = fn.parent;
  switch (holder?.type) {
    case 'VariableDeclarator':
      return holder.id.type === 'Identifier' ? holder.id.name : null;
    case 'MethodDefinition':
    case 'Property':
    case 'PropertyDefinition':
      return keyName(holder.key, holder.computed);
    case 'CallExpression': {
      const first = holder.arguments[0];
      return first ? textOf(first) : null;
    }
    default:
      return null;
  }
}
