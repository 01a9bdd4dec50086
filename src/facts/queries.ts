import type { TSESTree } from '@typescript-eslint/utils';

import type { Entity, Instance } from '../model/entity.js';
import { fileOf, type BackendFile } from '../model/file.js';
import type { LinkRow, MemberRow, QueryOperation, QueryRow } from '../model/library.js';
import type { Link, Query, QueryEnd } from '../model/query.js';
import { analyseSql } from '../sql/index.js';
import type { FunctionNode, Node } from '../syntax/ast.js';
import { calleeName, isFunction, keyName, memberName, outward, receiverOf, wrapped } from '../syntax/nodes.js';
import { allLocalCalls, findVariable } from './bindings.js';
import { denote, findInstance, findRow, libraryOf, rowOf } from './entities.js';
import { isAggregate } from './projection.js';
import { namesFor } from './scope.js';
import { piecesOf } from './text.js';
import { argumentAt, constantOf, findArgument, follow, textOf } from './values.js';

/** Every query that a file makes through a known client. */
export const queriesOf = (file: BackendFile): readonly Query[] => file.memo(findQueries);

function findQueries(file: BackendFile): Query[] {
  const queries: Query[] = [];
  const names = namesFor(file, 'query');
  for (const name of names)
    for (const call of name === '' ? [] : (file.index.calls.get(name) ?? [])) {
      const query = queryAt(call);
      if (query) queries.push(query);
    }
  if (names.has('')) queries.push(...callableQueries(file, names));
  for (const tag of file.index.tags) {
    const query = queryOfTag(tag);
    if (query) queries.push(query);
  }
  return queries.sort((a, b) => a.start.range[0] - b.start.range[0]);
}

/** `knex('users')`: a client that is itself called, under whatever name. */
function callableQueries(file: BackendFile, names: ReadonlySet<string>): Query[] {
  const queries: Query[] = [];
  for (const [name, calls] of file.index.calls) {
    // Calls without a name, `(trx ?? knex)('users')`, are only found here.
    if (name !== '' && names.has(name)) continue;
    for (const call of calls) {
      if (!mayName(call.arguments[0])) continue;
      const callee = denote(call.callee);
      if (callee?.kind !== 'instance' || !callee.type.row.call?.query) continue;
      const query = queryAt(call);
      if (query) queries.push(query);
    }
  }
  return queries;
}

/** Whether an argument may name a table: text, a name that sounds like one, or aliases of such. */
function mayName(node: Node | undefined): boolean {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' && /^[\w."-]+(?: as \w+)?$/i.test(node.value);
    case 'TemplateLiteral':
      return true;
    case 'Identifier':
      return /^[A-Z]|[tT]able|[mM]odel|[eE]ntity|[nN]ame/.test(node.name);
    case 'MemberExpression':
      return /^[A-Z]|[tT]able|[nN]ame/.test(memberName(node) ?? '');
    case 'ObjectExpression':
      return (
        node.properties.length > 0 && node.properties.every((each) => each.type === 'Property' && mayName(each.value))
      );
    default:
      return false;
  }
}

/** The query that a call begins, or null. */
export function queryAt(call: TSESTree.CallExpression): Query | null {
  const callee = denote(call.callee);
  const row = rowOf(callee);
  if (!row?.query || !callee) return null;
  return build(call, row, callee);
}

/** The query that a call begins, or is a link of: `.values(row)` of an insert. */
export const queryRound = (call: TSESTree.CallExpression): Query | null =>
  queriesOf(fileOf(call)).find(({ start, links }) => start === call || links.some((link) => link.call === call)) ??
  null;

function queryOfTag(tag: TSESTree.TaggedTemplateExpression): Query | null {
  const callee = denote(tag.tag);
  const row = rowOf(callee)?.tag;
  return row?.query && callee ? build(tag, { ...row, query: row.query }, callee) : null;
}

function build(start: Query['start'], { query: own }: MemberRow, callee: Entity): Query | null {
  const row = own?.command === undefined ? own : commandAt(start, own.command);
  if (!row) return null;
  const { links, ends } = trace(start);
  const batched = row.run === 'batch' ? (ends.find(isListed)?.node ?? null) : null;
  if (row.run === 'batch' && !batched) return null;
  const text = statementOf(start, row, callee);
  const op = operationOf(start, row, links, text);
  return {
    library: libraryOf(callee)!,
    op,
    row,
    start,
    run: batched ?? runOf(start, row.run ?? 'call', op, links, ends),
    links,
    ends,
    client: clientOf(callee),
    entity: entityOf(start, row.entity, links, callee, text !== null),
    text,
    proof: 'proof' in callee ? callee.proof : 'import',
  };
}

/** `client.send(new ScanCommand({ … }))`: the command says what is done. */
function commandAt(start: Query['start'], position: string): QueryRow | null {
  const given = start.type === 'CallExpression' ? findArgument(start, [position]) : null;
  const made = given && follow(given);
  if (made?.type !== 'NewExpression') return null;
  const command = denote(made.callee);
  return command?.kind === 'export' ? (findRow(command)?.row.construct?.query ?? null) : null;
}

/** The SQL text of a query: its template, its argument, or the argument of the call that prepared it. */
function statementOf(start: Query['start'], row: QueryRow, callee: Entity): Node | null {
  if (start.type === 'TaggedTemplateExpression') return start.quasi;
  const prepared = row.madeWith && callee.kind === 'method' ? callee.owner?.at : null;
  const given =
    row.madeWith && prepared?.type === 'CallExpression'
      ? findArgument(prepared, row.madeWith)
      : row.text
        ? findArgument(start, row.text)
        : null;
  const value = given && follow(given);
  return value?.type === 'TaggedTemplateExpression' ? value.quasi : given;
}

/** Whether a value ends in a list: `db.batch([…])`, `statements.push(…)`, `rows.map((row) => statement.bind(row))`. */
function isListed({ node }: QueryEnd): boolean {
  const holder = outward(node);
  if (holder?.type === 'ArrayExpression') return true;
  if (holder?.type === 'CallExpression') return calleeName(holder) === 'push';
  const fn = enclosing(node);
  return (
    (holder?.type === 'ReturnStatement' || holder?.type === 'ArrowFunctionExpression') &&
    fn !== null &&
    isMappedInto(fn)
  );
}

function clientOf(callee: Entity): Instance | null {
  if (callee.kind === 'method') return callee.owner;
  return callee.kind === 'instance' ? callee : findInstance(callee);
}

function operationOf(start: Query['start'], row: QueryRow, links: readonly Link[], text: Node | null): QueryOperation {
  let current = flagged(start, row.flags) ?? row.op;
  // A statement that gives its first row may still write.
  if (text && current === 'read-one' && writes(text)) current = 'raw';
  let listed = false;
  for (const { row: said, call } of links) {
    const next = flagged(call, said.flags) ?? said.op;
    // One builder run twice, for its rows and for their number, reads many.
    if (listed && said.runs && (next === 'count' || next === 'read-one')) continue;
    // A write stays a write, whatever reads its result.
    if (next && !(isWrite(current) && !isWrite(next) && next !== 'build')) current = next;
    if (said.conflict && current === 'create') current = 'upsert';
    if (said.runs && current === 'read-many') listed = true;
  }
  if ((current === 'read-many' || current === 'build') && isReduced(start, row, links)) return 'count';
  return current;
}

/** What an option that is set makes of a call: `{ upsert: true }`. */
function flagged(call: Query['start'], flags: QueryRow['flags']): QueryOperation | null {
  if (!flags || call.type !== 'CallExpression') return null;
  for (const [position, op] of Object.entries(flags)) {
    const given = argumentAt(call, position);
    if (typeof given === 'string') continue;
    // A list of columns (`updateOnDuplicate: ['name']`) sets the option as well.
    if (constantOf(given) === true || follow(given).type === 'ArrayExpression') return op;
  }
  return null;
}

/** Whether nothing but aggregates over all rows is selected. */
function isReduced(start: Query['start'], row: QueryRow, links: readonly Link[]): boolean {
  if (links.some((link) => link.row.groups)) return false;
  if (links.some((link) => link.row.aggregates)) return true;
  const selections = [
    { call: start, at: row.selects },
    ...links.map(({ call, row: { selects } }) => ({ call, at: selects })),
  ];
  const selected = selections.flatMap(({ call, at }) => {
    const node = at !== undefined && call.type === 'CallExpression' ? findArgument(call, [at]) : null;
    return node ? [node] : [];
  });
  return selected.length > 0 && selected.every(isAggregate);
}

function writes(text: Node): boolean {
  const pieces = piecesOf(text);
  return (pieces && analyseSql(pieces)?.writes) ?? false;
}

export const isWrite = (op: QueryOperation): boolean =>
  op === 'create' || op === 'update' || op === 'delete' || op === 'upsert';

function runOf(
  start: Node,
  how: NonNullable<QueryRow['run']>,
  op: QueryOperation,
  links: readonly Link[],
  ends: readonly QueryEnd[],
): Node | null {
  const running = links.filter(({ row }) => row.runs);
  const first = op === 'read-many' ? running.find(({ row }) => !row.op || row.op === op) : undefined;
  if (running[0]) return (first ?? running[0]).call;
  if (how === 'call' || how === 'later') return start;
  const iterated = ends.find((end) => end.how === 'iterate')?.node ?? null;
  if (how === 'link') return iterated;
  return iterated ?? ends.find((end) => end.how === 'await' || end.how === 'return')?.node ?? null;
}

function entityOf(
  start: Query['start'],
  position: string | undefined,
  links: readonly Link[],
  callee: Entity,
  isText: boolean,
): string | null {
  const named = (call: Query['start'] | TSESTree.CallExpression, at: string): string | null => {
    if (call.type !== 'CallExpression') return null;
    const node = findArgument(call, [at]);
    if (!node) return null;
    return (
      textOf(node) ??
      (node.type === 'Identifier' ? node.name : node.type === 'MemberExpression' ? memberName(node) : null)
    );
  };
  const own = position === undefined ? null : named(start, position);
  if (own) return own;
  for (const { row, call } of links) {
    const linked = row.entity === undefined ? null : named(call, row.entity);
    if (linked) return linked;
  }
  const owner = callee.kind === 'method' ? callee.owner : null;
  if (owner?.via) return owner.via.name;
  if (start.type !== 'CallExpression' || start.callee.type !== 'MemberExpression') return null;
  const { object } = start.callee;
  // `db.collection('users').find()`, `dataSource.getRepository(User).find()`
  if (object.type === 'CallExpression')
    return isText || rowOf(denote(object.callee))?.returns === 'this'
      ? null
      : named(object, isHandedContext(object) ? '1' : '0');
  return object.type === 'Identifier' ? object.name : object.type === 'MemberExpression' ? memberName(object) : null;
}

/** `connection.getRepository(ctx, User)`: a wrapper's, which finds the caller's transaction in the context. */
export const isHandedContext = (call: TSESTree.CallExpression): boolean =>
  call.arguments.length > 1 &&
  calleeName(call) === 'getRepository' &&
  /^(?:ctx|context|req|request|tx|trx|manager|session)\w*$/i.test(
    call.arguments[0]!.type === 'Identifier' ? call.arguments[0]!.name : '',
  );

interface Trace {
  readonly links: Link[];
  readonly ends: QueryEnd[];
}

const SETTLERS = new Set(['all', 'allSettled', 'race', 'any']);
const OBSERVERS = new Set(['then', 'catch', 'finally']);

/**
 * Follows a value from the call that makes it: along its chain, into the variable that holds it and every chain on
 * that variable, into parameters of the project's own functions, and to where it ends.
 */
function trace(start: Node): Trace {
  const links: Link[] = [];
  const ends: QueryEnd[] = [];
  const seen = new Set<unknown>();
  const entrances = new Map<FunctionNode, TSESTree.CallExpression>();
  const from = (node: Node): void => {
    if (seen.has(node) || seen.size > 400) return;
    seen.add(node);
    const parent = outward(node);
    const outer = wrapped(node);
    if (!parent) return;
    switch (parent.type) {
      case 'MemberExpression': {
        if (parent.object !== outer) return void ends.push({ how: 'escape', node });
        const use = outward(parent);
        if (use?.type !== 'CallExpression' || wrapped(parent) !== use.callee) return;
        const name = memberName(parent) ?? '';
        if (OBSERVERS.has(name)) {
          if (!ends.some((end) => end.node === node)) ends.push({ how: 'await', node });
          return;
        }
        const row = rowOf(denote(use.callee));
        // Running a prepared statement is a query of its own.
        if (row?.query?.madeWith) return;
        links.push({ name, call: use, row: row?.link ?? NOTHING });
        return from(use);
      }
      case 'AwaitExpression':
        ends.push({ how: 'await', node });
        return;
      case 'VariableDeclarator':
        if (parent.init === outer && parent.id.type === 'Identifier') return fromVariable(parent.id);
        return;
      case 'AssignmentExpression':
        if (parent.right === outer && parent.left.type === 'Identifier') return fromVariable(parent.left);
        ends.push({ how: 'escape', node });
        return;
      case 'ReturnStatement':
        return fromReturn(node);
      case 'ArrowFunctionExpression':
        if (parent.body === outer) return fromReturn(node);
        return;
      case 'ConditionalExpression':
      case 'LogicalExpression':
      case 'SequenceExpression':
        return from(parent);
      case 'ArrayExpression':
        return fromList(parent, node);
      case 'CallExpression':
        if (parent.callee === outer) return;
        return fromArgument(parent, outer, node);
      case 'ExpressionStatement':
        ends.push({ how: 'discard', node });
        return;
      case 'UnaryExpression':
        if (parent.operator === 'void') ends.push({ how: 'discard', node });
        return;
      case 'IfStatement':
      case 'BinaryExpression':
        return;
      case 'ForOfStatement':
        ends.push({ how: parent.await ? 'iterate' : 'escape', node });
        return;
      default:
        ends.push({ how: 'escape', node });
    }
  };
  const fromVariable = (id: TSESTree.Identifier): void => {
    const variable = findVariable(id);
    if (!variable || seen.has(variable)) return;
    seen.add(variable);
    for (const reference of variable.references) if (reference.isRead()) from(reference.identifier);
  };
  const fromReturn = (node: Node): void => {
    const fn = enclosing(node);
    // Back to the call by which the value came in: `await withPagination(query)`.
    const entrance = fn && entrances.get(fn);
    if (entrance) return from(entrance);
    if (fn && !fn.async && !isMappedInto(fn)) {
      const calls = allLocalCalls(fn) ?? callsOfMethod(fn);
      if (calls.length > 0 && !seen.has(fn)) {
        seen.add(fn);
        for (const call of calls) from(call);
        return;
      }
    }
    ends.push({ how: fn && isMappedInto(fn) ? 'await' : 'return', node });
  };
  const fromList = (list: TSESTree.ArrayExpression, node: Node): void => {
    const call = outward(list);
    const settles = call?.type === 'CallExpression' && SETTLERS.has(calleeName(call) ?? '');
    const batch = call?.type === 'CallExpression' && rowOf(denote(call.callee)) !== null;
    ends.push({ how: settles || batch ? 'await' : 'escape', node });
  };
  const fromArgument = (call: TSESTree.CallExpression, outer: Node, node: Node): void => {
    const callee = denote(call.callee);
    if (callee?.kind === 'function') {
      const index = call.arguments.indexOf(outer as TSESTree.CallExpressionArgument);
      const parameter = callee.node.params[index];
      const id = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter;
      if (id?.type === 'Identifier') {
        entrances.set(callee.node, call);
        return fromVariable(id);
      }
    }
    ends.push({ how: SETTLERS.has(calleeName(call) ?? '') || calleeName(call) === 'from' ? 'await' : 'escape', node });
  };
  from(start);
  return { links, ends };
}

/** The calls of a method on `this`, in its file. */
function callsOfMethod(fn: FunctionNode): TSESTree.CallExpression[] {
  const method = fn.parent;
  const name = method.type === 'MethodDefinition' ? keyName(method.key, method.computed) : null;
  if (name === null) return [];
  return (fileOf(fn).index.calls.get(name) ?? []).filter((call) => receiverOf(call)?.type === 'ThisExpression');
}

const NOTHING: LinkRow = {};

function enclosing(node: Node): FunctionNode | null {
  for (let up = node.parent; up; up = up.parent) if (isFunction(up)) return up;
  return null;
}

/** `Promise.all(rows.map((row) => query(row)))`: what the callback gives back is awaited there. */
function isMappedInto(fn: FunctionNode): boolean {
  const call = outward(fn);
  return call?.type === 'CallExpression' && call.callee !== fn && calleeName(call) === 'map';
}
