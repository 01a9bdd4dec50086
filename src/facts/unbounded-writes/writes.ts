import { fileOf, type BackendFile } from '../../model/file.js';
import type { Query } from '../../model/query.js';
import { analyseSql } from '../../sql/index.js';
import type { FunctionNode, Node } from '../../syntax/ast.js';
import { calleeName, enclosingFunction, isInside, keyName, receiverOf } from '../../syntax/nodes.js';
import { entityKey } from '../effects/names.js';
import { writeOf } from '../effects/writes.js';
import { filtersOf } from '../filters.js';
import { queriesOf } from '../queries.js';
import { piecesOf } from '../text.js';
import { argumentAt, constantOf, follow } from '../values.js';
import { mayBeUndefined } from './undefined.js';

/** An UPDATE or DELETE that every row of its table meets. */
export interface UnboundedWrite {
  readonly query: Query;
  readonly does: 'update' | 'delete';
  readonly entity: string | null;
  /** The value without which the filter is empty; null: there is no filter at all. */
  readonly missing: Node | null;
}

/** Tables that are made to be emptied, and those that hold one row. */
const MADE_ANEW = /te?mp(?:$|_|[A-Z])|staging|scratch|cache|materiali[sz]ed|snapshot/i;
const SINGLETON =
  /^(?:app|global|system|site|server|instance|general)?_?(?:settings?|config\w*|meta(?:data)?|states?|counters?)$/i;
/** `prisma.license.findFirst()`: whoever asks for the first row of all knows that there is only one. */
function isAskedForAlone(entity: string, file: BackendFile): boolean {
  if (!/^\w+$/.test(entity)) return false;
  const asked = new RegExp(`\\.${entity}\\s*\\.findFirst\\(\\s*(?:\\)|\\{\\s*(?:select|include|omit)\\b)`);
  return asked.test(file.text) || file.project.filesMentioning(file.path, asked).length > 0;
}

/** Methods of a store that say by their name that nothing is left. */
const EMPTYING = /^(?:delete|remove|clear|truncate|purge|wipe|drop|destroy)(?:All|Everything|Table|Tables)$|^truncate$/;

const isEmptying = ({ parent }: FunctionNode): boolean =>
  parent.type === 'MethodDefinition' &&
  EMPTYING.test(keyName(parent.key, parent.computed) ?? '') &&
  /(?:Store|Repository|Repo|Dao|Storage|Table)(?:V?\d+)?$/i.test(parent.parent.parent.id?.name ?? '');

/** Code that asks where it runs. */
const ENVIRONMENTS = /NODE_ENV|\bisProd|\bisTest|\bisDev|\bIS_(?:PROD|TEST|DEV)|\benvironment\b|\bMODE\b/;

/** The writes of a file that have no condition, or one that may turn out empty, in source order. */
export function* unboundedWritesOf(file: BackendFile): Generator<UnboundedWrite> {
  for (const query of queriesOf(file)) {
    const found = unboundedAt(query);
    if (!found || isMeant(found, file)) continue;
    yield found;
  }
}

function unboundedAt(query: Query): UnboundedWrite | null {
  if (query.proof === 'name' || !query.run || query.ends.some(({ how }) => how === 'escape')) return null;
  if (query.text) return ofText(query, query.text);
  if ((query.op !== 'update' && query.op !== 'delete') || query.start.type !== 'CallExpression') return null;
  if (!takesMany(query) || !query.links.every(({ name, row }) => row.where !== undefined || NEUTRAL.test(name)))
    return null;
  const filters = filtersOf(query);
  const { op: does, entity } = query;
  if (filters.known.length === 0) {
    if (filters.complete) return { query, does, entity, missing: null };
    const missing = query.library.name === 'drizzle' ? missingCondition(query) : missingFilter(query);
    return missing && { query, does, entity, missing };
  }
  if (query.library.name !== 'prisma' || !filters.complete) return null;
  // Prisma leaves out what is undefined; other clients refuse it, or compare with NULL.
  const isMissing = filters.known.every(
    ({ value, how, column }) => how === 'equal' && column !== '' && value !== null && mayBeUndefined(value),
  );
  return isMissing ? { query, does, entity, missing: filters.known[0]!.value } : null;
}

/** `.where(filter)` with an optional filter, `and()` of nothing but such. */
function missingCondition({ links }: Query): Node | null {
  const conditions = links.filter(({ row }) => row.where === 'expression').flatMap(({ call }) => call.arguments);
  return conditions.length > 0 && conditions.every((each) => isNoCondition(each)) ? conditions[0]! : null;
}

function isNoCondition(node: Node): boolean {
  const value = follow(node);
  if (value.type === 'CallExpression' && calleeName(value) === 'and')
    return value.arguments.length > 0 && value.arguments.every((each) => isNoCondition(each));
  return mayBeUndefined(node);
}

/** `deleteMany({ where })` or `deleteMany(filter)` with an optional filter. */
function missingFilter({ library, row, start }: Query): Node | null {
  if (!/^(?:prisma|mongoose|mongodb)$/.test(library.name) || start.type !== 'CallExpression') return null;
  for (const position of row.where ?? []) {
    const given = argumentAt(start, position);
    if (typeof given !== 'string' && mayBeUndefined(given)) return given;
  }
  return null;
}

/** Whether a call writes all rows that meet its filter. */
function takesMany({ library, row, start, links }: Query): boolean {
  const name = start.type === 'CallExpression' ? (calleeName(start) ?? '') : '';
  switch (library.name) {
    case 'prisma':
    case 'mongoose':
    case 'mongodb':
      return /Many/.test(name) && start.type === 'CallExpression' && !/Many/.test(links[0]?.name ?? '');
    case 'typeorm':
      if (/^(?:updateAll|deleteAll|clear)$/.test(name) || row.run === 'link') return true;
      return row.where !== undefined && !/One/.test(name) && start.type === 'CallExpression' && isObjectAt(start, row);
    case 'sequelize':
      return start.type === 'CallExpression' && isWholesaleOfSequelize(start, name, row);
    case 'mikro-orm':
      return /^native/.test(name) || row.run === 'link' || row.run === 'await';
    case 'objection':
      // Those of one record, or of its relations.
      return name === 'query';
    case 'drizzle':
    case 'knex':
    case 'kysely':
    case 'supabase':
      return true;
    default:
      return false;
  }
}

/** TypeORM takes an id in place of the conditions. */
function isObjectAt(start: Parameters<typeof argumentAt>[0], { where = [] }: Query['row']): boolean {
  return where.some((position) => {
    const given = argumentAt(start, position);
    return typeof given !== 'string' && follow(given).type === 'ObjectExpression';
  });
}

/** Sequelize refuses a call without `where`, but takes an empty one. */
function isWholesaleOfSequelize(
  start: Extract<Query['start'], { type: 'CallExpression' }>,
  name: string,
  { where = [] }: Query['row'],
): boolean {
  if (where.length === 0 || receiverOf(start)?.type === 'CallExpression' || name === 'restore') return false;
  if (name === 'truncate') return true;
  const truncate = argumentAt(start, '0.truncate');
  if (typeof truncate !== 'string' && constantOf(truncate) === true) return true;
  return where.some((position) => typeof argumentAt(start, position) !== 'string');
}

/** Links that leave the rows as they are. */
const NEUTRAL =
  /^(?:set|values|returning\w*|output|execute\w*|run|all|get|update|patch|increment|decrement|del|delete|softDelete|truncate|from|into|table|select|then|catch|finally|exec|session|lean|transacting|setOptions|updateEntity|\$dynamic|throwOnError|prepare|comment|timeout|clearTimestamp|useTransaction|callListeners|orderBy)$/;

function ofText(query: Query, node: Node): UnboundedWrite | null {
  const pieces = piecesOf(node);
  if (!pieces) return null;
  const source = pieces.map((piece) => (piece.kind === 'text' ? piece.text : '?')).join('');
  const truncated = /^\s*truncate\s+(?:table\s+)?(?:only\s+)?["`[]?([\w.]+)/i.exec(source)?.[1];
  if (truncated !== undefined) return { query, does: 'delete', entity: truncated, missing: null };
  const analysis = analyseSql(pieces);
  if (!analysis || (analysis.kind !== 'update' && analysis.kind !== 'delete')) return null;
  if (
    analysis.hasWhere ||
    analysis.joins ||
    analysis.bounded ||
    /\bwhere\b|\busing\b|\bfrom\b.*\bfrom\b/is.test(source)
  )
    return null;
  // A hole anywhere but at a value may bring the condition.
  if (analysis.holes.some(({ role, bindable }) => !bindable && role !== 'quoted' && role !== 'placeholder'))
    return null;
  return { query, does: analysis.kind, entity: analysis.tables[0] ?? null, missing: null };
}

/** Whether writing every row is what the code is for. */
function isMeant({ query, does, entity, missing }: UnboundedWrite, file: BackendFile): boolean {
  if (entity !== null && (MADE_ANEW.test(entity) || (does === 'update' && SINGLETON.test(entity)))) return true;
  const fn = enclosingFunction(query.start);
  if (!fn) return false;
  if (ENVIRONMENTS.test(file.text.slice(...fn.range))) return true;
  if (missing || does === 'update' || entity === null) return false;
  if (isEmptying(fn)) return true;
  if (query.library.name === 'prisma' && isAskedForAlone(entity, file)) return true;
  // Emptied and filled again: the list is replaced.
  return queriesOf(file).some((other) => {
    if (other.start.range[0] < query.start.range[0] || !isInside(other.start, outermost(query.start))) return false;
    const write = writeOf(other);
    const into = write?.table ?? other.entity;
    return (
      (write?.kind === 'create' || write?.kind === 'upsert') && into !== null && entityKey(into) === entityKey(entity)
    );
  });
}

/** The outermost function round a node. */
function outermost(node: Node): Node {
  let found: Node = node;
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) found = fn;
  return found === node ? fileOf(node).ast : found;
}
