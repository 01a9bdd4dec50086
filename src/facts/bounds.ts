import { sourceText } from '../model/file.js';
import type { Filter, Query } from '../model/query.js';
import { analyseSql } from '../sql/index.js';
import type { Node } from '../syntax/ast.js';
import { calleeName, keyName, receiverOf } from '../syntax/nodes.js';
import { filtersIn, filtersOf } from './filters.js';
import { piecesOf } from './text.js';
import { argumentAt, follow } from './values.js';

/** Why a list read can't grow without end, or `none`. `unknown`: something about it can't be told. */
export type Bound =
  'limit' | 'stream' | 'key' | 'keys' | 'parent' | 'aggregate' | 'grouped' | 'not-a-list' | 'unknown' | 'none';

/** What bounds the rows of a query. */
export function boundOf(query: Query): Bound {
  if (query.op === 'raw') return boundOfText(query);
  if (query.op !== 'read-many') return query.op === 'count' ? 'aggregate' : 'not-a-list';
  if (query.links.some(({ row }) => row.bounds)) return 'limit';
  if (isStreamed(query)) return 'stream';
  if (query.ends.some((end) => end.how === 'escape')) return 'unknown';
  if (query.start.type === 'CallExpression') {
    for (const position of query.row.bound ?? []) {
      const given = argumentAt(query.start, position);
      if (given === 'unknown') return 'unknown';
      if (given !== 'absent') return 'limit';
    }
    if (
      isPresent(query.start, '0.distinct') ||
      [calleeName(query.start) ?? '', ...query.links.map(({ name }) => name)].some((name) =>
        /^(?:d|selectD)istinct/.test(name),
      )
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
  // `Model.scope(…).findAll()`: a scope brings its own filter.
  if (start.type === 'CallExpression' && receiverOf(start)?.type === 'CallExpression') return true;
  const joined = start.type === 'CallExpression' ? argumentAt(start, position) : 'absent';
  if (joined === 'absent') return false;
  return joined === 'unknown' || /\bwhere\b|\brequired\b/.test(sourceText(joined));
}

const isStreamed = (query: Query): boolean =>
  query.row.streams === true ||
  query.links.some(({ row }) => row.streams) ||
  query.ends.some((end) => end.how === 'iterate');

const isPresent = (call: Parameters<typeof argumentAt>[0], position: string): boolean =>
  typeof argumentAt(call, position) !== 'string';

const UNIQUE =
  /^(?:_?id|uuid|guid|ulid|sid|pk|email|e_?mail|name|title|username|user_?name|login|slug|handle|token|key|code|sku|hash|external_?id|public_?id|short_?id|order_?number|number|phone|phone_?number|iban|isbn|ean|vin|address|domain|hostname|subdomain|url|uri|link|path|file_?name|digest|checksum|fingerprint|api_?key|jti|nonce|ip|ip_?address)$/i;
const TENANT = /^tenant_?id$/i;
/** Columns that name a person or a thing without `Id`; what they are compared with tells. Not a tenant, who may have any number. */
const BY_PERSON =
  /^(?!(?:tenant|org|organi[sz]ation|workspace|company|account|team|customer|client)$)[a-z]+(?:_?by)?$/i;
const ID = /(?:^|[.?])(?:_?id|[a-z]+Id)$|^[a-z]+Id$|\.get(?:<\w+>)?\(['"][\w.]*\bid['"]\)$/;
const PARENT = /(?:[a-z]Id|_id|ID|Uuid|_uuid|_sid|Slug|_slug|Ref|[a-z]Name|_name)$/;

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
  if (how === 'equal' && value && BY_PERSON.test(column) && ID.test(sourceText(value))) return 'parent';
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
  if (isStreamed(query)) return 'stream';
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
