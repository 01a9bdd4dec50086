import type { Sink } from '../../model/flow.js';
import { type BackendFile } from '../../model/file.js';
import type { Query } from '../../model/query.js';
import type { SinkKind } from '../../model/rows/flow.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { isFunction, unwrap } from '../../syntax/nodes.js';
import { denote, rowOf } from '../entities.js';
import { queriesOf } from '../queries.js';
import { namesFor } from '../scope.js';
import { argumentAt } from '../values.js';
import { makeSink, nameOfSite } from './sink.js';

/**
 * Where a service does something with what it was sent: what a query writes or looks for, what is enqueued, sent,
 * charged or asked of another service. Anything inside counts.
 */
export function inputSinks(file: BackendFile): Sink[] {
  const sinks: Sink[] = [];
  for (const query of queriesOf(file)) if (query.proof !== 'name') addQuery(query, sinks);
  for (const capability of ['effect', 'outgoing'] as const)
    for (const name of namesFor(file, capability))
      for (const call of file.index.calls.get(name) ?? []) {
        const row = call.arguments.length > 0 ? rowOf(denote(call.callee)) : null;
        if (row?.effect || row?.outgoing?.does === 'request')
          for (const argument of call.arguments) add('input', call, argument, sinks);
      }
  return sinks;
}

function addQuery({ start, row, links, op }: Query, sinks: Sink[]): void {
  if (start.type !== 'CallExpression') return;
  const filters = new Set<Node>();
  for (const position of row.where ?? []) {
    const found = argumentAt(start, position);
    if (typeof found !== 'string') filters.add(found);
  }
  const isRead = /^(?:read|count|build|raw)/.test(op);
  for (const filter of filters) add('lookup', start, filter, sinks);
  for (const argument of start.arguments)
    if (!filters.has(argument)) addParts(isRead ? 'lookup' : 'input', start, argument, filters, sinks);
  for (const { call, row: link } of links)
    for (const argument of call.arguments) add(link.where || isRead ? 'lookup' : 'input', call, argument, sinks);
}

/** `{ where, data }`: the filter inside is one of its own. */
function addParts(
  kind: SinkKind,
  site: TSESTree.CallExpression,
  argument: Node,
  filters: ReadonlySet<Node>,
  sinks: Sink[],
): void {
  const value = unwrap(argument);
  if (value.type !== 'ObjectExpression' || filters.size === 0) return add(kind, site, argument, sinks);
  for (const property of value.properties) {
    const part = property.type === 'SpreadElement' ? property.argument : property.value;
    if (!filters.has(part)) add(kind, site, part, sinks);
  }
}

function add(kind: SinkKind, site: TSESTree.CallExpression, value: Node, sinks: Sink[]): void {
  if (value.type === 'Literal' || isFunction(value)) return;
  const name = nameOfSite(site);
  // The value itself, and anything inside it.
  sinks.push(makeSink(kind, site, value, name));
  if (value.type !== 'MemberExpression') sinks.push(makeSink(kind, site, value, name, ['**']));
}
