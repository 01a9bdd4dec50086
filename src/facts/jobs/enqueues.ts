import { fileOf, type BackendFile } from '../../model/file.js';
import type { EffectRow } from '../../model/library.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { enclosingFunction, isInside } from '../../syntax/nodes.js';
import { getBinding } from '../bindings.js';
import { allCallers } from '../callers.js';
import { outsideEffectsOf } from '../effects/outside.js';
import { denote, rowOf } from '../entities.js';
import { routesOf } from '../routes.js';
import { argumentAt, constantOf, follow, propertyIn } from '../values.js';
import { jobHandlersOf } from './jobs.js';

/** A job that code enqueues without an id that a repeat would bring again. */
export interface LooseEnqueue {
  readonly call: TSESTree.CallExpression;
}

/** Every such call of a file: of a queue's own method, or of a function of the project that hands its options to one. */
export function looseEnqueuesOf(file: BackendFile): LooseEnqueue[] {
  const found: LooseEnqueue[] = [];
  for (const { node, kind, isKeyed } of outsideEffectsOf(file))
    if (kind === 'enqueue' && !isKeyed && node.type === 'CallExpression') found.push({ call: node });
  for (const [name, calls] of file.index.calls)
    if (
      /^(?:add|enqueue|queue|trigger|dispatch|schedule|push|submit|publish)\w*(?:Job|Task|Queue|Work)|^(?:enqueue|addJob|triggerJob|addToQueue|dispatchJob|queueJob)\w*$/i.test(
        name,
      )
    )
      for (const call of calls) {
        const callee = denote(call.callee);
        if (callee?.kind === 'function' && isLooseFor(callee.node, call)) found.push({ call });
      }
  return found.sort((a, b) => a.call.range[0] - b.call.range[0]);
}

/** Whether a function of the project enqueues under an id that this call of it doesn't give. */
function isLooseFor(fn: FunctionNode, call: TSESTree.CallExpression): boolean {
  const file = fileOf(fn);
  const inner = outsideEffectsOf(file).filter(
    ({ node, kind }) => kind === 'enqueue' && node.type === 'CallExpression' && isInside(node, fn),
  );
  if (inner.length === 0) return false;
  return inner.every(({ node, isKeyed }) => {
    if (node.type !== 'CallExpression') return false;
    const row = rowOf(denote(node.callee))?.effect;
    if (!isKeyed) return isHandedOn(node, fn);
    return row !== undefined && !isKeyGiven(node, row, fn, call);
  });
}

/** The wrapper hands on what it is given; one that names its job itself is reported there. */
const isHandedOn = (node: TSESTree.CallExpression, fn: FunctionNode): boolean =>
  node.arguments.some((argument) => parameterOf(argument, fn) !== null);

/** Whether the key of the inner call, which comes from a parameter, stands in the outer call. */
function isKeyGiven(
  inner: TSESTree.CallExpression,
  row: EffectRow,
  fn: FunctionNode,
  outer: TSESTree.CallExpression,
): boolean {
  let isDecided = false;
  for (const key of row.key ?? []) {
    const [index, ...rest] = key.split('.') as [string, ...string[]];
    const given = inner.arguments[Number(index)];
    if (!given || given.type === 'SpreadElement' || key.includes('[')) continue;
    const whole = parameterOf(given, fn);
    if (whole !== null) {
      isDecided = true;
      if (isThere(outer, [String(whole), ...rest].join('.'))) return true;
      continue;
    }
    const object = follow(given);
    if (object.type !== 'ObjectExpression' || rest.length !== 1) continue;
    for (const property of object.properties)
      if (property.type === 'SpreadElement') {
        const spread = parameterOf(property.argument, fn);
        if (spread !== null) {
          isDecided = true;
          if (isThere(outer, [String(spread), ...rest].join('.'))) return true;
        }
      }
    const own = propertyIn(object, rest[0]!);
    const at = own && own !== 'unknown' ? parameterOf(own, fn) : null;
    if (own && own !== 'unknown' && at === null) return true;
    if (at === null) continue;
    isDecided = true;
    if (isThere(outer, String(at))) return true;
  }
  return !isDecided;
}

function isThere(call: TSESTree.CallExpression, position: string): boolean {
  const given = argumentAt(call, position);
  return given === 'unknown' || (given !== 'absent' && constantOf(given) !== null);
}

function parameterOf(node: Node, fn: FunctionNode): number | null {
  if (node.type !== 'Identifier') return null;
  const binding = getBinding(node);
  return binding.kind === 'parameter' && binding.fn === fn && binding.path.length === 0 ? binding.index : null;
}

const MAX_HOPS = 4;

/** Whether a request runs code: it stands in a route's handler, or in a function that one leads to. */
export function isInRequest(node: Node, hops = 0): boolean {
  const file = fileOf(node);
  if (jobHandlersOf(file).some(({ fn }) => fn && fileOf(fn) === file && isInside(node, fn))) return false;
  for (const route of routesOf(file)) {
    if (route.verb === 'MESSAGE') continue;
    const fn = route.handler?.fn;
    if ((fn && fileOf(fn) === file && isInside(node, fn)) || isInside(node, route.node)) return true;
  }
  if (hops >= MAX_HOPS) return false;
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    if (isRouteHandler(fn)) return true;
    for (const call of allCallers(fn) ?? []) if (isInRequest(call, hops + 1)) return true;
  }
  return false;
}

/** A handler that a router of another file registers. */
function isRouteHandler(fn: FunctionNode): boolean {
  const file = fileOf(fn);
  for (const path of file.project.importersOf(file.path)) {
    const other = file.project.open(path);
    if (other && routesOf(other).some(({ handler }) => handler?.fn === fn)) return true;
  }
  return false;
}
