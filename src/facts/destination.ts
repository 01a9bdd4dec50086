import type { BackendFile } from '../model/file.js';
import type { Query } from '../model/query.js';
import type { Node } from '../syntax/ast.js';
import { enclosingFunction, isFunction, keyName, outward } from '../syntax/nodes.js';
import { findVariable } from './bindings.js';
import { textOf } from './values.js';
import { withSlashes } from '../syntax/file-names.js';

/** Where the rows of a query go. */
export type Destination = 'response' | 'caller' | 'loop' | 'counted' | 'inside';

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
      if (name === 'length') return 'counted';
      const call = outward(parent);
      if (call?.type === 'CallExpression' && name === 'then') return ofCallback(call.arguments[0], hops);
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
    all.find((each) => each !== 'inside') ??
    'inside'
  );
}

/** `.then((rows) => res.json(rows))`. */
function ofCallback(node: Node | undefined, hops: number): Destination {
  if (!isFunction(node)) return 'inside';
  const parameter = node.params[0];
  return parameter ? ofPattern(parameter, hops + 1) : 'inside';
}

function namesIn(pattern: Node): Extract<Node, { name: string; type: 'Identifier' }>[] {
  const names: Extract<Node, { name: string; type: 'Identifier' }>[] = [];
  if (pattern.type === 'ArrayPattern')
    for (const each of pattern.elements) if (each?.type === 'Identifier') names.push(each);
  if (pattern.type === 'ObjectPattern')
    for (const each of pattern.properties)
      if (each.type === 'Property' && each.value.type === 'Identifier') names.push(each.value);
  return names;
}

function ofVariable(id: Node, hops: number): Destination {
  const variable = id.type === 'Identifier' ? findVariable(id) : null;
  let best: Destination = 'inside';
  let isOnlyCounted = variable?.references.some((reference) => reference.isRead()) ?? false;
  for (const reference of variable?.references ?? []) {
    if (!reference.isRead()) continue;
    const destination = follows(reference.identifier, hops + 1);
    if (destination === 'response' || destination === 'caller') return destination;
    // Rows that are looked at are not read to be counted, though their number is logged or tested as well.
    isOnlyCounted &&= destination === 'counted';
    if (destination !== 'inside' && destination !== 'counted') best = destination;
  }
  return best === 'inside' && isOnlyCounted ? 'counted' : best;
}

const BATCH_PATH = /(?:cron|jobs?|queues?|workers?|processors?|consumers?|schedulers?|tasks?|gathering)(?:[/.-]|$)/i;

/** Whether the file is background work, which takes its rows in batches of its own making. */
export const isBackground = (file: BackendFile): boolean => BATCH_PATH.test(withSlashes(file.path.slice(-100)));

const WHOLE_TABLE = /export|csv|xlsx|dump|backup|migrat|seed|sitemap|backfill|reindex|warm|sync|stream/i;

/** Whether a read of everything is what the code is for: an export, a backup, a re-index. */
export function isWholesale(node: Node, file: BackendFile): boolean {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const name = nameOf(fn);
    if (name !== null && WHOLE_TABLE.test(name)) return true;
  }
  return /(?:^|[/.-])(?:exports?|csv|backup|dump|sitemap|backfill|reindex)(?:[/.-]|$)/i.test(
    withSlashes(file.path.slice(-80)),
  );
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
