import { fileOf, lineAt } from '../../model/file.js';
import type { Guard, Route } from '../../model/route.js';
import type { FunctionNode, TSESTree } from '../../syntax/ast.js';
import { isInside, keyName, memberName, unwrap } from '../../syntax/nodes.js';
import { boundOf } from '../bounds.js';
import { allCalled } from '../effects.js';
import { functionName } from '../credentials/functions.js';
import { findHarmfulRepeat } from '../harmful-repeats.js';
import { handlesKey } from '../idempotency.js';
import { queriesOf } from '../queries.js';
import { guardsOf } from '../route-guards.js';
import { addressesOf } from './addresses.js';
import { isCovered } from './coverage.js';
import { asksItself } from './public-mutations.js';
import { purposeOf } from './purposes.js';

/** What the rules know of a route. `null`: the question doesn't arise, or can't be answered. */
export interface RouteKnowledge {
  readonly authenticated: boolean | null;
  readonly limited: boolean | null;
  readonly validated: boolean | null;
  readonly idempotent: boolean | null;
  readonly paginated: boolean | null;
}

/** One route as `backend-lint routes` prints it. */
export interface RouteEntry {
  readonly framework: string;
  readonly method: string;
  /** The whole address; null where it can't be told. */
  readonly path: string | null;
  readonly file: string;
  readonly line: number;
  /** The function's name, or how the code names it. */
  readonly handler: string | null;
  readonly guards: readonly { readonly name: string; readonly module: string | null; readonly scope: Guard['scope'] }[];
  readonly knows: RouteKnowledge;
}

const KEY_SIGNS = { headers: ['idempotency-key', 'x-idempotency-key'], middleware: '' };
const CHANGES = /^(?:POST|PUT|PATCH|DELETE|MUTATION)$/;
const TAKES_BODY = /^(?:POST|PUT|PATCH|MUTATION)$/;

/** The entries of a route: one for each address under which it can be called. */
export function entriesOf(route: Route): RouteEntry[] {
  const file = fileOf(route.node);
  const offset =
    route.call && route.node === route.call && route.call.callee.type === 'MemberExpression'
      ? route.call.callee.property.range[0]
      : route.node.range[0];
  const entry = {
    framework: route.library.name,
    method: route.verb,
    file: file.path,
    line: lineAt(file, offset),
    handler: handlerName(route),
    guards: guardsOf(route).map((guard) => ({ name: shownName(guard), module: guard.module, scope: guard.scope })),
    knows: knowledgeOf(route),
  };
  return addressesOf(route).map((path) => ({ ...entry, path: isNamed(route) ? route.path : path }));
}

/** A guard as the code writes it, where that is short (`asyncHandler(auth.jwt)`), else by its name. */
function shownName({ node, name }: Guard): string {
  const { text } = fileOf(node);
  const source = text
    .slice(node.range[0], node.range[1])
    .replace(/^(?:await |new )/, '')
    .replace(/\(\)$/, '');
  return /^[\w$.@]+(?:\([\w$.,' ]*\))?$/.test(source) && source.length <= 36 ? source : (name ?? '(function)');
}

/** Procedures, resolvers and messages have names, not addresses. */
const isNamed = ({ verb }: Route): boolean => /^(?:QUERY|MUTATION|SUBSCRIPTION|MESSAGE)$/.test(verb);

function knowledgeOf(route: Route): RouteKnowledge {
  const isChange = CHANGES.test(route.verb);
  const harmful = isChange || route.verb === 'ALL' ? findHarmfulRepeat(route) : null;
  const isValidated = isCovered(route, 'validation') || validatesItself(route);
  return {
    authenticated: isCovered(route, 'authentication') || isCovered(route, 'authorization') || asksItself(route),
    limited: isCovered(route, 'rate-limit'),
    validated: isValidated ? true : TAKES_BODY.test(route.verb) && route.handler?.fn ? false : null,
    idempotent: handlesKey(route, KEY_SIGNS) ? true : harmful ? false : null,
    paginated: paginationOf(route),
  };
}

/** The handler validates what it takes; a procedure has `.input(schema)` in its chain. */
function validatesItself({ handler, call, library }: Route): boolean {
  if (library.name === 'trpc' && call) {
    for (let node = unwrap(call.callee); node.type === 'MemberExpression' || node.type === 'CallExpression';) {
      if (node.type === 'MemberExpression' && memberName(node) === 'input') return true;
      node = unwrap(node.type === 'MemberExpression' ? node.object : node.callee);
    }
  }
  return (
    handler?.fn != null && (purposeOf({ node: handler.fn, fn: handler.fn }, 'validation')?.proof ?? 'name') !== 'name'
  );
}

const MAX_DEPTH = 3;
const MAX_FUNCTIONS = 30;

/** Whether the lists that a handler reads, itself or in the functions that it calls, are bounded; null where it reads none. */
function paginationOf({ handler, verb }: Route): boolean | null {
  if (!handler?.fn || !/^(?:GET|QUERY|ALL)$/.test(verb)) return null;
  let answer: boolean | null = null;
  const seen = new Set<FunctionNode>([handler.fn]);
  let level = [handler.fn];
  for (let depth = 0; depth <= MAX_DEPTH && level.length > 0; depth++) {
    const next: FunctionNode[] = [];
    for (const fn of level) {
      const file = fileOf(fn);
      for (const query of queriesOf(file)) {
        if (!isInside(query.start, fn)) continue;
        const bound = boundOf(query);
        if (bound === 'none') return false;
        if (bound === 'limit' || bound === 'stream') answer = true;
      }
      for (const { target } of allCalled(fn, file))
        if (seen.size < MAX_FUNCTIONS && !seen.has(target)) {
          seen.add(target);
          next.push(target);
        }
    }
    level = next;
  }
  return answer;
}

/** `OrdersController.create`, `createOrder`, `orders.create`; null for a function without a name. */
function handlerName({ handler, node, controller }: Route): string | null {
  if (node.type === 'MethodDefinition') {
    const name = keyName(node.key, node.computed);
    return controller?.id ? `${controller.id.name}.${name}` : name;
  }
  if (!handler) return null;
  const written: TSESTree.Node = unwrap(handler.node);
  if (written.type === 'Identifier' || written.type === 'MemberExpression') {
    const file = fileOf(written);
    const text = file.text.slice(written.range[0], written.range[1]);
    if (/^[\w$.]{1,60}$/.test(text)) return text;
  }
  return handler.fn ? functionName(handler.fn) : null;
}
