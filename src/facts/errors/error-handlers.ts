import { type BackendFile, isSamePlace } from '../../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, isFunction, memberName, unwrap, unwrapAwait } from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';
import { allLocalCalls, getBinding } from '../bindings.js';
import { controlFlowOf, walkPaths } from '../control-flow.js';
import { denote, libraryOf, rowOf } from '../entities.js';
import { answersOf } from '../responses.js';
import { peel, stepsIn } from '../steps.js';
import { conditionsAt } from './conditions.js';

/** What is wrong with a function that is to handle errors. */
export interface HandlerFault {
  readonly node: Node;
  readonly fn: FunctionNode;
  /**
   * `arity`: Express takes it for a plain middleware; `silent`: it may end without an answer; `swallows`: it goes on as if
   * nothing had happened; `dead`: its `catch` never runs.
   */
  readonly fault: 'arity' | 'silent' | 'swallows' | 'dead';
  readonly library: string;
}

const ERROR_NAME = /^_?(?:e|err|error|exception|ex)$|Err(?:or)?$/;

/** Every fault of the error handlers that a file writes. */
export function handlerFaultsOf(file: BackendFile): HandlerFault[] {
  const faults: HandlerFault[] = [];
  for (const fn of file.index.functions) {
    if (isMisshapen(fn) && isMounted(fn, file)) faults.push({ node: fn, fn, fault: 'arity', library: 'Express' });
    else if (isExpressHandler(fn, file)) faults.push(...expressFaults(fn, file));
  }
  for (const [name, library, index] of [
    ['setErrorHandler', 'fastify', 2],
    ['onError', 'hono', 1],
  ] as const)
    for (const call of file.index.calls.get(name) ?? []) {
      const given = call.arguments[0];
      if (!given || libraryOf(denote(call.callee))?.name !== library) continue;
      const { fn } = peel(given);
      if (fn && file.index.functions.includes(fn) && endsSilently(fn, fn.params[index], file))
        faults.push({ node: fn, fn, fault: 'silent', library: library === 'hono' ? 'Hono' : 'Fastify' });
    }
  for (const clause of file.index.catches) faults.push(...middlewareFault(clause, file));
  return faults;
}

/** The number of parameters that Express counts: those before the first default or rest. */
function arityOf(fn: FunctionNode): number {
  const end = fn.params.findIndex((each) => each.type === 'AssignmentPattern' || each.type === 'RestElement');
  return end < 0 ? fn.params.length : end;
}

const nameOf = (node: Node | undefined): string =>
  node?.type === 'Identifier' ? node.name : node?.type === 'AssignmentPattern' ? nameOf(node.left) : '';

/** `(err, req, res)`: meant for errors by its parameters' names, but not four of them. */
function isMisshapen(fn: FunctionNode): boolean {
  const [error, request, response] = fn.params.map(nameOf);
  return (
    ERROR_NAME.test(error ?? '') &&
    /^_?(?:req|request|rq|_+)$/.test(request ?? '') &&
    /^_?(?:res|response|rs)$/.test(response ?? '') &&
    arityOf(fn) === 3 &&
    !fn.params.some((each) => each.type === 'RestElement')
  );
}

/** Whether Express is given the function by `use` or a route: here, or in a file that imports it. */
function isMounted(fn: FunctionNode, file: BackendFile): boolean {
  if (allLocalCalls(fn)?.length) return false;
  const files = [
    file,
    ...file.project
      .importersOf(file.path)
      .slice(0, 20)
      .map((path) => file.project.open(path)),
  ];
  return files.some((each) =>
    ['use', 'all', 'get', 'post'].some((name) =>
      (each?.index.calls.get(name) ?? []).some((call) => {
        if (libraryOf(denote(call.callee))?.name !== 'express') return false;
        return call.arguments.some((argument) => stepsIn(argument).some((step) => isSamePlace(step.fn, fn)));
      }),
    ),
  );
}

function isExpressHandler(fn: FunctionNode, file: BackendFile): boolean {
  const [error, , response] = fn.params;
  if (fn.params.length !== 4 || arityOf(fn) !== 4 || !ERROR_NAME.test(nameOf(error)) || response?.type !== 'Identifier')
    return false;
  const entity = denote(response);
  return (
    entity?.kind === 'instance' &&
    /^(?:express|nestjs)\.Response$/.test(entity.type.id) &&
    isBodied(fn) &&
    file.kind !== 'test'
  );
}

const isBodied = (fn: FunctionNode): boolean => fn.body.type === 'BlockStatement';

function expressFaults(fn: FunctionNode, file: BackendFile): HandlerFault[] {
  const next = nameOf(fn.params[3]);
  const error = nameOf(fn.params[0]);
  const swallowing = allOf(fn.body, ['CallExpression'], { own: true }).find(
    (call) =>
      call.callee.type === 'Identifier' &&
      call.callee.name === next &&
      call.arguments.length === 0 &&
      !isBehindNoError(call, error),
  );
  if (swallowing) return [{ node: swallowing, fn, fault: 'swallows', library: 'Express' }];
  return endsSilently(fn, fn.params[2], file) ? [{ node: fn, fn, fault: 'silent', library: 'Express' }] : [];
}

/** `if (!err) return next()`. */
const isBehindNoError = (node: Node, error: string): boolean =>
  conditionsAt(node).some(({ test, holds }) => !holds && test.type === 'Identifier' && test.name === error);

/** Whether some way through a handler ends without an answer, a value given back, or the error handed on. */
function endsSilently(fn: FunctionNode, parameter: Node | undefined, file: BackendFile): boolean {
  if (!isBodied(fn)) return false;
  const names = new Set([nameOf(parameter), nameOf(fn.params[3])].filter((name) => name !== ''));
  const answers = new Set(answersOf(file).flatMap(({ node, does }) => (does === 'value' ? [] : [node])));
  // What an inner function does with the response happens when it is called: nobody can tell.
  const isInner = allOf(fn.body, ['Identifier']).some((id) => names.has(id.name) && ownerOf(id) !== fn);
  if (isInner) return false;
  const isDone = (node: Node): boolean =>
    answers.has(node) ||
    (node.type === 'ReturnStatement' && node.argument !== null && fn.params.length < 4) ||
    (node.type === 'CallExpression' && (handsOver(node, names) || isOn(node.callee, names, /^(?:end|send|json|pipe)/)));
  let isSilent = false;
  const graph = controlFlowOf(fn);
  const isComplete = walkPaths<''>(graph, {
    start: '',
    step: (point) => {
      const { node, holds } = point;
      if (point === graph.exit) isSilent = true;
      if (isSilent || (node && holds === undefined && isDone(node))) return null;
      return node && holds !== undefined && isAnswered(node, holds) ? null : '';
    },
    thrown: (point) => (point.node && isDone(point.node) ? null : ''),
  });
  return isComplete && isSilent;
}

/** `if (res.headersSent)`: the answer is under way. */
function isAnswered(test: Node, holds: boolean): boolean {
  const value = unwrap(test);
  return (
    holds && value.type === 'MemberExpression' && /^(?:headersSent|sent|writableEnded)$/.test(memberName(value) ?? '')
  );
}

const handsOver = (call: TSESTree.CallExpression, names: ReadonlySet<string>): boolean =>
  (call.callee.type === 'Identifier' && names.has(call.callee.name)) ||
  call.arguments.some((each) => each.type === 'Identifier' && names.has(each.name));

function isOn(callee: Node, names: ReadonlySet<string>, methods: RegExp): boolean {
  if (callee.type !== 'MemberExpression' || !methods.test(memberName(callee) ?? '')) return false;
  let root = unwrap(callee.object);
  while (root.type === 'CallExpression' || root.type === 'MemberExpression')
    root = unwrap(root.type === 'CallExpression' ? root.callee : root.object);
  return root.type === 'Identifier' && names.has(root.name);
}

function ownerOf(node: Node): FunctionNode | null {
  for (let up = node.parent; up; up = up.parent) if (isFunction(up)) return up;
  return null;
}

/** `try { await next() } catch (error) { … }`: Koa's error handling; in Hono the catch never runs. */
function middlewareFault(clause: TSESTree.CatchClause, file: BackendFile): HandlerFault[] {
  const fn = ownerOf(clause);
  const [context, next] = fn?.params ?? [];
  if (!fn || fn.params.length !== 2 || context?.type !== 'Identifier' || next?.type !== 'Identifier') return [];
  const block = clause.parent.block;
  const waits = allOf(block, ['AwaitExpression'], { own: true }).some((each) => {
    const call = unwrapAwait(each);
    return call.type === 'CallExpression' && calleeName(call) === next.name && call.callee.type === 'Identifier';
  });
  const entity = waits ? denote(context) : null;
  const id = entity?.kind === 'instance' ? entity.type.id : '';
  if (id === 'hono.Context')
    return onlyNext(block, next.name) ? [{ node: clause, fn, fault: 'dead', library: 'Hono' }] : [];
  if (id !== 'koa.Context' || getBinding(context).kind !== 'parameter' || file.kind === 'test') return [];
  const isHandled =
    allOf(clause.body, ['ThrowStatement'], { own: true }).length > 0 ||
    allOf(clause.body, ['AssignmentExpression', 'CallExpression'], { own: true }).some((each) =>
      each.type === 'AssignmentExpression'
        ? each.left.type === 'MemberExpression' && isOn(member(each.left), new Set([context.name]), /./)
        : isHandlingCall(each, context.name),
    );
  return isHandled ? [] : [{ node: clause, fn, fault: 'swallows', library: 'Koa' }];
}

const member = (node: TSESTree.MemberExpression): Node => node;

/** `ctx.throw(…)`, `ctx.redirect(…)`, `fail(ctx, error)`; `ctx.app.emit(…)` and `ctx.log.error(…)` only tell others. */
const isHandlingCall = (call: TSESTree.CallExpression, context: string): boolean =>
  call.arguments.some((each) => each.type === 'Identifier' && each.name === context && calleeName(call) !== 'emit') ||
  rowOf(denote(call.callee))?.response !== undefined;

/** Whether the block does nothing but wait for what comes after; other work in it may throw on its own. */
const onlyNext = (block: TSESTree.BlockStatement, next: string): boolean =>
  allOf(block, ['CallExpression'], { own: true }).every((call) => calleeName(call) === next);
