import { locOf } from '../model/place.js';
import type { Route, Step } from '../model/route.js';
import type { FunctionNode, Node, TSESTree } from '../syntax/ast.js';
import { findProperty, isFunction, memberName, unwrap } from '../syntax/nodes.js';
import { denote, findInstance, rowOf } from './entities.js';
import { follow } from './values.js';

/** Longest chain of wrappers and names that is peeled. */
const MAX_LAYERS = 12;

/** What a handler expression runs, and the functions that stand round it, outermost first. */
export interface Peeled {
  readonly fn: FunctionNode | null;
  readonly wrappers: readonly Step[];
}

const NOTHING: Peeled = { fn: null, wrappers: [] };

/**
 * The function that a handler expression runs: through names, controllers of other files, `bind`, and wrappers
 * (`asyncHandler(fn)`, `withAuth(handler)`, `middy(fn).use(…)`).
 */
export function peel(node: Node, layers = 0): Peeled {
  if (layers > MAX_LAYERS) return NOTHING;
  const value = unwrap(node);
  if (isFunction(value)) return { fn: value, wrappers: [] };
  if (value.type === 'CallExpression') return peelCall(value, layers);
  if (value.type !== 'Identifier' && value.type !== 'MemberExpression') return NOTHING;
  const followed = follow(value);
  if (followed !== value) {
    const inner = peel(followed, layers + 1);
    if (inner.fn) return inner;
  }
  const entity = denote(value);
  return entity?.kind === 'function' ? { fn: entity.node, wrappers: [] } : NOTHING;
}

function peelCall(call: TSESTree.CallExpression, layers: number): Peeled {
  const callee = unwrap(call.callee);
  if (callee.type === 'MemberExpression' && memberName(callee) === 'bind') return peel(callee.object, layers + 1);
  const chained = callee.type === 'MemberExpression' ? chainOf(callee) : [];
  for (const argument of [...call.arguments].reverse()) {
    const given = handlerIn(argument);
    const inner = given ? peel(given, layers + 1) : NOTHING;
    if (!inner.fn) continue;
    // `defineEventHandler(fn)` is the framework's own form; what stands round a handler is the project's or a package's.
    const isForm = rowOf(denote(call.callee))?.wraps !== undefined;
    const own: Step[] = isForm ? [] : [{ node: call.callee, fn: peel(call.callee, layers + 1).fn, wraps: true }];
    return { fn: inner.fn, wrappers: [...chained, ...own, ...inner.wrappers] };
  }
  if (callee.type === 'MemberExpression' && chained.length > 0) {
    const inner = peel(callee.object, layers + 1);
    const added = memberName(callee) === 'use' ? call.arguments.flatMap((argument) => stepsIn(argument)) : [];
    if (inner.fn) return { fn: inner.fn, wrappers: [...added.map(asWrapper), ...inner.wrappers] };
  }
  const made = denote(call);
  return made?.kind === 'function' ? { fn: made.node, wrappers: [] } : NOTHING;
}

const asWrapper = (step: Step): Step => ({ ...step, wraps: true });

/** `middy().use(parser()).handler(fn)`: what the links before put round the handler. Empty for plain methods. */
function chainOf(callee: TSESTree.MemberExpression): Step[] {
  const object = unwrap(callee.object);
  if (object.type !== 'CallExpression' || findInstance(denote(object))) return [];
  const inner = unwrap(object.callee);
  const before = inner.type === 'MemberExpression' ? chainOf(inner) : [];
  const name = inner.type === 'MemberExpression' ? memberName(inner) : null;
  const own: Step[] = name === null ? [{ node: object.callee, fn: null, wraps: true }] : [];
  const used = name === 'use' ? object.arguments.flatMap((argument) => stepsIn(argument)).map(asWrapper) : [];
  return [...before, ...own, ...used];
}

/** The handler among a wrapper's arguments: `{ handler: fn }` too; options and literals are none. */
function handlerIn(argument: TSESTree.CallExpressionArgument): Node | null {
  if (argument.type === 'SpreadElement' || argument.type === 'Literal') return null;
  if (argument.type === 'ObjectExpression') return findProperty(argument, 'handler')?.value ?? null;
  return argument;
}

/** The function that a handler expression runs, or null. */
export const findHandler = (node: Node): FunctionNode | null => peel(node).fn;

/** The function of a middleware: as of a handler, else the function that makes it. */
export function findMiddleware(node: Node): FunctionNode | null {
  const own = peel(node).fn;
  if (own) return own;
  const value = follow(node);
  if (value.type !== 'CallExpression') return null;
  const maker = denote(value.callee);
  return maker?.kind === 'function' ? maker.node : null;
}

/** The functions that an argument stands for: itself, each of an array, the hooks of an options object. */
export function stepsIn(node: Node | null, hooks: readonly string[] = []): Step[] {
  if (!node) return [];
  const value = node.type === 'SpreadElement' ? spreadValue(node) : unwrap(node);
  switch (value.type) {
    case 'ArrayExpression':
      return value.elements.flatMap((each) => stepsIn(each, hooks));
    case 'ObjectExpression':
      return hooks
        .flatMap((hook) => stepsIn(findProperty(value, hook)?.value ?? null))
        .concat(stepsIn(findProperty(value, 'handler')?.value ?? null));
    case 'Literal':
    case 'TemplateLiteral':
      return [];
    case 'Identifier':
    case 'MemberExpression': {
      const followed = follow(value);
      if (followed !== value && (followed.type === 'ArrayExpression' || followed.type === 'ObjectExpression'))
        return stepsIn(followed, hooks);
      break;
    }
    case 'CallExpression':
      // `factory.createHandlers(a, b)`, spread: each of them.
      if (node.type === 'SpreadElement') return value.arguments.flatMap((argument) => stepsIn(argument, hooks));
      break;
    case 'LogicalExpression':
      // `isProduction && limiter`
      return stepsIn(value.right, hooks);
  }
  return [{ node, fn: findMiddleware(value) }];
}

const spreadValue = (node: TSESTree.SpreadElement): Node => follow(node.argument);

/** The steps of a handler: what is wrapped round it, and itself last. */
export function handlerSteps(step: Step): Step[] {
  const { fn, wrappers } = peel(step.node.type === 'SpreadElement' ? step.node.argument : step.node);
  return fn ? [...wrappers, { node: step.node, fn }] : [step];
}

/** A route whose handler stands by itself: a file's export, a resolver. Wrappers round the handler are its guards. */
export function handlerRoute(
  known: Pick<Route, 'library' | 'verb' | 'path' | 'node' | 'proof'> & { readonly call?: Route['call'] },
  value: Node,
): Route {
  const { fn, wrappers } = peel(value);
  const { node, call = null } = known;
  return {
    ...known,
    at: { node, loc: locOf(node) },
    guards: wrappers,
    handler: { node: value, fn },
    router: null,
    controller: null,
    decorators: [],
    call,
  };
}
