import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { Step } from '../../model/route.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { isFunction, literalText, memberName, unwrap } from '../../syntax/nodes.js';
import { getBinding } from '../bindings.js';
import { denote, libraryOf, placeOf, rowOf } from '../entities.js';
import { routesOf } from '../routes.js';
import { handlerSteps, peel, stepsIn } from '../steps.js';
import { follow } from '../values.js';
import { findFloating, findRejection } from './rejections.js';

/** An async function given to something that does not wait for it. */
export interface UnhandledAsync {
  /** The function, or the name of it, as it is given. */
  readonly node: Node;
  readonly fn: FunctionNode;
  /** What may fail. */
  readonly rejection: Node;
  readonly by: 'express' | 'node-http' | 'event' | 'timer';
  /** The event's or the timer's name. */
  readonly name: string;
}

export const unhandledAsyncOf = (file: BackendFile): readonly UnhandledAsync[] => file.memo(findAll);

function findAll(file: BackendFile): UnhandledAsync[] {
  const found = new Map<Node, UnhandledAsync>();
  const add = (each: UnhandledAsync | null): void => {
    if (each && !found.has(each.node) && fileOf(each.node) === file) found.set(each.node, each);
  };
  // Middleware that stands before many routes is one cause: it is named where it is used first.
  const shared = new Set<FunctionNode>();
  for (const { step, by, isHandler } of stepsOf(file)) {
    const each = stepOf(step, by);
    if (each && !isHandler && each.node !== each.fn) {
      if (shared.has(each.fn)) continue;
      shared.add(each.fn);
    }
    add(each);
  }
  for (const call of candidates(file, TIMERS)) add(timerOf(call));
  for (const call of candidates(file, LISTENERS)) add(listenerOf(call, file));
  return [...found.values()].sort((a, b) => a.node.range[0] - b.node.range[0]);
}

const candidates = (file: BackendFile, names: readonly string[]): TSESTree.CallExpression[] =>
  names.flatMap((name) => [...(file.index.calls.get(name) ?? [])]);

interface Registered {
  readonly step: Step;
  readonly by: 'express' | 'node-http';
  /** It is a route's last function, and not one before it. */
  readonly isHandler: boolean;
}

/** Handlers and middleware that Express 4 or Node.js itself calls; Express 5 waits for them. */
function stepsOf(file: BackendFile): Registered[] {
  const isOld = isExpress4(file);
  const steps = routesOf(file).flatMap(({ library, guards, handler }) => {
    if (!(library.name === 'express' && isOld) && library.name !== 'node-http') return [];
    const by: Registered['by'] = library.name === 'express' ? 'express' : 'node-http';
    // With a wrapper round the handler, the wrapper is asked; the guards beside it stand alone.
    const isWrapped = guards.some((guard) => guard.wraps && !isTransparent(guard));
    return [
      ...guards.filter((guard) => !guard.wraps && handlerSteps(guard).length === 1),
      ...(handler && !isWrapped ? [handler] : []),
    ].map((step) => ({ step, by, isHandler: step === handler }));
  });
  if (!isOld) return steps;
  for (const name of ['use', 'param'])
    for (const call of file.index.calls.get(name) ?? []) {
      const callee = denote(call.callee);
      if (libraryOf(callee)?.name !== 'express' || (name === 'use' && !rowOf(callee)?.mount)) continue;
      for (const argument of call.arguments)
        for (const step of stepsIn(argument)) {
          const round = handlerSteps(step);
          if (round.length === 1) steps.push({ step: round[0]!, by: 'express', isHandler: false });
        }
    }
  return steps;
}

/** A wrapper of the project that calls what it is given, and looks at nothing that comes of it. */
function isTransparent({ fn }: Step): boolean {
  const first = fn?.params[0];
  if (!fn || first?.type !== 'Identifier') return false;
  const text = sourceText(fn.body);
  return new RegExp(`\\b${first.name}\\(`).test(text) && !/catch|\btry\b|then\(|Promise|async|await|domain/.test(text);
}

/** Packages that teach Express 4 to wait. */
const PATCHES = [
  'express-async-errors',
  'express-async-handler-patch',
  '@root/async-router',
  'express-promise-router',
  'express-async-router',
];

function isExpress4(file: BackendFile): boolean {
  const owner = file.project.findPackage(file.path);
  const version = owner?.version('express');
  return version != null && version.major < 5 && !PATCHES.some((name) => owner?.hasDependency(name));
}

function stepOf({ node, fn }: Step, by: UnhandledAsync['by']): UnhandledAsync | null {
  const rejection = fn && findRejection(fn);
  return fn && rejection ? { node, fn, rejection, by, name: '' } : null;
}

const TIMERS = ['setInterval', 'setTimeout', 'setImmediate', 'nextTick', 'queueMicrotask'];

function timerOf(call: TSESTree.CallExpression): UnhandledAsync | null {
  const callee = unwrap(call.callee);
  const name =
    callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? memberName(callee)! : '';
  const isGlobal =
    callee.type === 'Identifier'
      ? getBinding(callee).kind === 'global' && name !== 'nextTick'
      : callee.type === 'MemberExpression' &&
        callee.object.type === 'Identifier' &&
        /^(?:process|globalThis|global)$/.test(callee.object.name);
  return isGlobal ? callbackOf(call.arguments[0], 'timer', name) : null;
}

const LISTENERS = ['on', 'once', 'addListener', 'prependListener', 'addEventListener'];

function listenerOf(call: TSESTree.CallExpression, file: BackendFile): UnhandledAsync | null {
  const callee = unwrap(call.callee);
  const event = call.arguments[0] && literalText(call.arguments[0]);
  if (callee.type !== 'MemberExpression' || event == null || !isEmitter(callee.object, file)) return null;
  return callbackOf(call.arguments[1], 'event', event);
}

/** A function given as a callback: the async one itself, or one that calls an async one and lets go of it. */
function callbackOf(given: Node | undefined, by: UnhandledAsync['by'], name: string): UnhandledAsync | null {
  if (!given || given.type === 'SpreadElement') return null;
  const { fn, wrappers } = peel(given);
  if (!fn || wrappers.length > 0) return null;
  const rejection = fn.async ? findRejection(fn) : given === fn ? findFloating(fn) : null;
  return rejection ? { node: given, fn, rejection, by, name } : null;
}

/** Modules whose objects emit events and look at nothing that a listener gives back. */
const EMITTERS =
  /^(?:node:)?(?:events|net|tls|http|https|http2|stream|fs|child_process|cluster|worker_threads|readline|dgram|zlib)$|^(?:ws|socket\.io|socket\.io-client|ioredis|redis|bullmq|bull|amqplib|mqtt|chokidar|pg|eventemitter2|eventemitter3|@nestjs\/event-emitter|pg-listen|web-push|nats|kafka-node|busboy|fluent-ffmpeg|discord\.js|tiny-typed-emitter|typed-emitter)$/;

/** Whether something emits events to listeners that nobody waits for; unknown things are none. */
function isEmitter(node: Node, file: BackendFile, hops = 0): boolean {
  if (hops > 6) return false;
  const value = unwrap(node);
  // A shutdown that fails ends the process, as it was to.
  if (value.type === 'Identifier' && value.name === 'process') return false;
  const entity = denote(value);
  if (entity?.kind === 'export') return EMITTERS.test(entity.module);
  if (entity?.kind === 'instance') return entity.type.library.modules.some((module) => EMITTERS.test(module));
  if (entity?.kind === 'object') {
    const base = entity.node.superClass && denote(entity.node.superClass);
    return base?.kind === 'export' && EMITTERS.test(base.module);
  }
  if (value.type === 'Identifier') {
    const binding = getBinding(value);
    if (binding.kind === 'parameter') return binding.path.length === 0 && isHandedByEmitter(binding.fn, file, hops);
  }
  const made = follow(value);
  if (made.type === 'NewExpression' || made.type === 'CallExpression') {
    const callee = denote(made.callee);
    if (callee?.kind === 'export') return EMITTERS.test(callee.module);
    if (made.type === 'CallExpression' && made.callee.type === 'MemberExpression')
      return isEmitter(made.callee.object, file, hops + 1);
  }
  return false;
}

/** `wss.on('connection', (socket) => socket.on(…))`: what an emitter hands to a listener emits as well. */
function isHandedByEmitter(fn: FunctionNode, file: BackendFile, hops: number): boolean {
  const place = isFunction(fn) ? placeOf(fn) : null;
  const callee = place?.call.type === 'CallExpression' ? unwrap(place.call.callee) : null;
  return (
    callee?.type === 'MemberExpression' &&
    /^(?:on|once|createServer|createConnection)$/.test(memberName(callee) ?? '') &&
    isEmitter(callee.object, file, hops + 1)
  );
}
