import type { TSESTree } from '@typescript-eslint/utils';

import { namesWith } from '../libraries/registry.js';
import type { Entity, Instance } from '../model/entity.js';
import type { BackendFile } from '../model/file.js';
import type { LinkRow, MemberRow, QueryOperation } from '../model/library.js';
import type { Link, Query, QueryEnd } from '../model/query.js';
import type { FunctionNode, Node } from '../syntax/ast.js';
import { calleeName, isFunction, memberName, outward, wrapped } from '../syntax/nodes.js';
import { allLocalCalls, findVariable } from './bindings.js';
import { denote, findInstance, libraryOf, rowOf } from './entities.js';
import { findArgument, textOf } from './values.js';

/** Every query that a file makes through a known client. */
export const queriesOf = (file: BackendFile): readonly Query[] => file.memo(findQueries);

function findQueries(file: BackendFile): Query[] {
  const queries: Query[] = [];
  for (const name of namesWith('query'))
    for (const call of name === '' ? [] : (file.index.calls.get(name) ?? [])) {
      const query = queryAt(call);
      if (query) queries.push(query);
    }
  if (namesWith('query').has('')) queries.push(...callableQueries(file));
  for (const tag of file.index.tags) {
    const query = queryOfTag(tag);
    if (query) queries.push(query);
  }
  return queries.sort((a, b) => a.start.range[0] - b.start.range[0]);
}

/** `knex('users')`: a client that is itself called, under whatever name. */
function callableQueries(file: BackendFile): Query[] {
  const queries: Query[] = [];
  for (const [name, calls] of file.index.calls) {
    if (namesWith('query').has(name)) continue;
    for (const call of calls) {
      if (call.arguments.length === 0) continue;
      const callee = denote(call.callee);
      if (callee?.kind !== 'instance' || !callee.type.row.call?.query) continue;
      const query = queryAt(call);
      if (query) queries.push(query);
    }
  }
  return queries;
}

/** The query that a call begins, or null. */
export function queryAt(call: TSESTree.CallExpression): Query | null {
  const callee = denote(call.callee);
  const row = rowOf(callee);
  if (!row?.query || !callee) return null;
  return build(call, row, callee);
}

function queryOfTag(tag: TSESTree.TaggedTemplateExpression): Query | null {
  const callee = denote(tag.tag);
  const row = rowOf(callee)?.tag;
  return row?.query && callee ? build(tag, { ...row, query: row.query }, callee) : null;
}

function build(start: Query['start'], { query: row }: MemberRow, callee: Entity): Query | null {
  if (!row) return null;
  const client = clientOf(callee);
  const { links, ends } = trace(start);
  const text =
    start.type === 'TaggedTemplateExpression' ? start.quasi : row.text ? findArgument(start, row.text) : null;
  return {
    library: libraryOf(callee)!,
    op: operationOf(row.op, links),
    row,
    start,
    run: runOf(start, row.run ?? 'call', links, ends),
    links,
    ends,
    client,
    entity: entityOf(start, row.entity, links, callee),
    text,
    proof: 'proof' in callee ? callee.proof : 'import',
  };
}

function clientOf(callee: Entity): Instance | null {
  if (callee.kind === 'method') return callee.owner;
  return callee.kind === 'instance' ? callee : findInstance(callee);
}

function operationOf(op: QueryOperation, links: readonly Link[]): QueryOperation {
  let current = op;
  for (const { row } of links) {
    // A write stays a write, whatever reads its result.
    if (row.op && !(isWrite(current) && !isWrite(row.op) && row.op !== 'build')) current = row.op;
    if (row.conflict && current === 'create') current = 'upsert';
    if (row.aggregates && (current === 'read-many' || current === 'build') && !links.some((l) => l.row.groups))
      current = 'count';
  }
  return current;
}

export const isWrite = (op: QueryOperation): boolean =>
  op === 'create' || op === 'update' || op === 'delete' || op === 'upsert';

function runOf(
  start: Node,
  how: 'call' | 'await' | 'link',
  links: readonly Link[],
  ends: readonly QueryEnd[],
): Node | null {
  const running = links.find(({ row }) => row.runs);
  if (running) return running.call;
  if (how === 'call') return start;
  if (how === 'link') return null;
  return ends.find((end) => end.how === 'await' || end.how === 'return')?.node ?? null;
}

function entityOf(
  start: Query['start'],
  position: string | undefined,
  links: readonly Link[],
  callee: Entity,
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
  return object.type === 'Identifier' ? object.name : object.type === 'MemberExpression' ? memberName(object) : null;
}

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
        links.push({ name, call: use, row: linkRow(use) });
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
        ends.push({ how: parent.await ? 'await' : 'escape', node });
        return;
      default:
        ends.push({ how: 'escape', node });
    }
  };
  const fromVariable = (id: TSESTree.Identifier): void => {
    const variable = findVariable(id);
    if (!variable || seen.has(variable)) return;
    seen.add(variable);
    for (const reference of variable.references) if (reference.isRead()) from(reference.identifier as Node);
  };
  const fromReturn = (node: Node): void => {
    const fn = enclosing(node);
    if (fn && !fn.async && !isMappedInto(fn)) {
      const calls = allLocalCalls(fn);
      if (calls && calls.length > 0 && !seen.has(fn)) {
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
      if (id?.type === 'Identifier') return fromVariable(id);
    }
    ends.push({ how: SETTLERS.has(calleeName(call) ?? '') || calleeName(call) === 'from' ? 'await' : 'escape', node });
  };
  from(start);
  return { links, ends };
}

const NOTHING: LinkRow = {};

function linkRow(call: TSESTree.CallExpression): LinkRow {
  return rowOf(denote(call.callee))?.link ?? NOTHING;
}

function enclosing(node: Node): FunctionNode | null {
  for (let up = node.parent; up; up = up.parent) if (isFunction(up)) return up;
  return null;
}

/** `Promise.all(rows.map((row) => query(row)))`: what the callback gives back is awaited there. */
function isMappedInto(fn: FunctionNode): boolean {
  const call = outward(fn);
  return call?.type === 'CallExpression' && call.callee !== fn && calleeName(call) === 'map';
}
