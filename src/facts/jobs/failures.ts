import { dirname } from 'node:path';

import { type BackendFile, fileOf, isSamePlace, sourceText } from '../../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import {
  calleeName,
  decoratorArguments,
  decoratorName,
  decoratorsOf,
  enclosingFunction,
  hasBody,
  literalText,
  outward,
  receiverOf,
  unwrap,
} from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';
import { findVariable } from '../bindings.js';
import { allCallers } from '../callers.js';
import { denote, libraryOf } from '../entities.js';
import { peel } from '../steps.js';
import { argumentAt, constantOf, follow } from '../values.js';
import type { JobHandler } from './jobs.js';

/** Whether what becomes of a failed job is seen to: a listener, a decorated method, or the handler itself. */
export function handlesFailure(handler: JobHandler): boolean {
  if (handler.owner && hasFailureMethod(handler.owner)) return true;
  if (handler.fn && catchesAll(handler.fn)) return true;
  const file = fileOf(handler.node);
  if (handler.failure === null) return true;
  const { failure } = handler;
  if (
    file
      .memo(failureListenersRound)
      .some(({ event, worker }) => event === failure && (worker === null || isSamePlace(worker, handler.node)))
  )
    return true;
  if (isHandedToWatcher(handler.node, handler.failure)) return true;
  // What a factory or a base class gives away is watched by whoever gets it.
  return isGivenAway(handler.node) && file.project.filesMentioning(file.path, /\bon\(\s*['"]failed['"]/).length > 0;
}

const isGivenAway = (node: Node): boolean =>
  node.parent?.type === 'ReturnStatement' ||
  (node.parent?.type === 'AssignmentExpression' && node.parent.left.type === 'MemberExpression');

function hasFailureMethod(owner: TSESTree.ClassDeclaration | TSESTree.ClassExpression): boolean {
  return owner.body.body.some((member) =>
    decoratorsOf(member).some((decorator) => {
      const [first] = decoratorArguments(decorator);
      const event = first && first.type !== 'SpreadElement' ? literalText(first) : null;
      const name = decoratorName(decorator) ?? '';
      return (
        /^OnQueueFailed$|^OnGlobalQueueFailed$/.test(name) ||
        (/^OnWorkerEvent$|^OnQueueEvent$/.test(name) && event === 'failed')
      );
    }),
  );
}

/** Whether a function catches what its work throws, and does something about it. */
function catchesAll(fn: FunctionNode): boolean {
  return allOf(fn, ['TryStatement'], { own: true }).some(
    ({ handler, parent }) =>
      handler !== null && handler.body.body.length > 0 && (parent === fn.body || isSoleWork(parent, fn)),
  );
}

const isSoleWork = (parent: Node, fn: FunctionNode): boolean =>
  parent.type === 'BlockStatement' && enclosingFunction(parent) === fn;

/** A listener to failures; null for the worker where it may hear of several. */
interface FailureListener {
  readonly event: string;
  readonly worker: Node | null;
}

/** The one worker that a listener is put on, where it is made in sight. */
function workerOf(call: TSESTree.CallExpression): Node | null {
  const receiver = receiverOf(call);
  const made = receiver ? follow(receiver) : null;
  return made?.type === 'NewExpression' && calleeName(made) === 'Worker' ? made : null;
}

/** The events of failure that code in the same package listens to: workers are often made in one file and watched in another. */
function failureListenersRound(file: BackendFile): readonly FailureListener[] {
  const dir = file.project.findPackage(file.path)?.dir ?? dirname(file.path);
  const found: FailureListener[] = [];
  for (const event of ['failed', 'fail', 'global:failed'])
    for (const quote of ["'", '"'])
      for (const path of file.project.filesMentioning(file.path, `${quote}${event}${quote}`)) {
        if (!path.startsWith(dir)) continue;
        const other = path === file.path ? file : file.project.open(path);
        if (!other || (other.kind !== 'source' && other.kind !== 'config' && other.kind !== 'script')) continue;
        for (const name of ['on', 'once', 'addListener'])
          for (const call of other.index.calls.get(name) ?? [])
            if (
              call.arguments[0] &&
              literalText(call.arguments[0])?.startsWith(event) &&
              isOfJobs(call) &&
              !isOnParameter(call)
            )
              found.push({ event: event.replace('global:', ''), worker: workerOf(call) });
      }
  // agenda tells of one job by its name: `fail:report`.
  if (/\.on\(\s*['"]fail:/.test(file.text)) found.push({ event: 'fail', worker: null });
  return found;
}

/** `function watch(worker) { worker.on('failed', …) }` watches what it is handed, and nothing else. */
function isOnParameter(call: TSESTree.CallExpression): boolean {
  const receiver = receiverOf(call);
  const fn = receiver?.type === 'Identifier' ? enclosingFunction(call) : null;
  return (
    fn !== null &&
    fn.params.some((each) => each.type === 'Identifier' && each.name === (receiver as TSESTree.Identifier).name) &&
    allCallers(fn)?.every(({ arguments: [first] }) => first !== undefined && isMadeInSight(first)) === true
  );
}

/** A worker under its name, or made on the spot: not one of a list. */
const isMadeInSight = (given: Node): boolean => follow(given).type === 'NewExpression';

/** Whether a worker is handed to a function that listens to its failures. */
function isHandedToWatcher(made: Node, event: string): boolean {
  const uses: Node[] = [made];
  const declarator = outward(made);
  if (declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier')
    uses.push(...(findVariable(declarator.id)?.references ?? []).map(({ identifier }) => identifier as Node));
  return uses.some((use) => {
    const call = outward(use);
    if (call?.type !== 'CallExpression' || unwrap(call.callee) === use) return false;
    const callee = denote(call.callee);
    return callee?.kind === 'function' && new RegExp(`['"]${event}['"]`).test(sourceText(callee.node));
  });
}

/** The receiver is a worker or queue, or nothing says what it is. */
function isOfJobs(call: TSESTree.CallExpression): boolean {
  const receiver = receiverOf(call);
  const library = receiver ? libraryOf(denote(receiver)) : null;
  return library === null || library.kind === 'jobs';
}

/** A message that is told to be done with before the work, or a consumer that lets none come back. */
export interface EarlyAck {
  readonly node: Node;
  readonly how: 'before' | 'none' | 'unhandled';
}

/** Consumers of brokers that lose a message when its work fails: RabbitMQ's `ack` or SQS' deletion before the work. */
export function earlyAcksOf(file: BackendFile): EarlyAck[] {
  const found: EarlyAck[] = [];
  for (const call of file.index.calls.get('consume') ?? []) {
    const callee = denote(call.callee);
    if (libraryOf(callee)?.name !== 'amqplib') continue;
    const noAck = argumentAt(call, '2.noAck');
    if (typeof noAck !== 'string' && constantOf(noAck) === true) found.push({ node: call, how: 'none' });
    else {
      const given = call.arguments[1];
      const fn = given ? peel(given).fn : null;
      if (!fn || fileOf(fn) !== file) continue;
      const ack = callsIn(fn, file, ['ack', 'ackAll'])[0];
      if (ack && runsWorkAfter(ack, fn)) found.push({ node: ack, how: 'before' });
      else if (
        !catchesAll(fn) &&
        callsIn(fn, file, ['nack', 'reject']).length === 0 &&
        !/\.catch\(/.test(sourceText(fn)) &&
        hasWork(fn) &&
        !file.memo(hasDeadLetter)
      )
        found.push({ node: call, how: 'unhandled' });
    }
  }
  for (const made of file.index.news) {
    if (
      !/^DeleteMessage(?:Batch)?Command$/.test(calleeName(made) ?? '') ||
      libraryOf(denote(made.callee))?.name.includes('aws') === false
    )
      continue;
    const fn = enclosingFunction(made);
    if (fn && runsWorkAfter(made, fn)) found.push({ node: made, how: 'before' });
  }
  return found;
}

const callsIn = (fn: FunctionNode, file: BackendFile, names: readonly string[]): TSESTree.CallExpression[] =>
  names.flatMap((name) =>
    (file.index.calls.get(name) ?? []).filter((call) => call.range[0] > fn.range[0] && call.range[1] < fn.range[1]),
  );

/** Calls that are no work: parsing, logs, settings. */
const NO_WORK =
  /^(?:parse|toString|log|info|debug|warn|error|trace|stringify|ack|nack|reject|push|slice|from|Number|String|now|get|has|set|add|sleep|setTimeout|inc|observe|delete|clearTimeout)$/;

/** Whether, in the same block, something is awaited or called after an acknowledgement that the message is about. */
function runsWorkAfter(ack: Node, fn: FunctionNode): boolean {
  let statement: Node = ack;
  while (statement.parent && statement.parent.type !== 'BlockStatement') statement = statement.parent;
  const block = statement.parent;
  if (block?.type !== 'BlockStatement') return false;
  if (block.parent.type === 'CatchClause' || isFinally(block)) return false;
  const before = block.body.slice(0, block.body.indexOf(statement as TSESTree.Statement));
  const after = block.body.slice(block.body.indexOf(statement as TSESTree.Statement) + 1);
  // An early `return` is a branch of its own.
  if (
    after.some(
      ({ type }) =>
        type === 'ReturnStatement' && after.indexOf(after.find((each) => each.type === 'ReturnStatement')!) === 0,
    )
  )
    return false;
  return !before.some((each) => isWork(each, fn)) && after.some((each) => isWork(each, fn));
}

const isFinally = (block: Node): boolean => block.parent?.type === 'TryStatement' && block.parent.finalizer === block;

const isWork = (node: Node, fn: FunctionNode): boolean =>
  allOf(node, ['AwaitExpression', 'CallExpression'], { own: true }).some((each) => {
    const call = each.type === 'AwaitExpression' ? unwrap(each.argument) : each;
    return (
      enclosingFunction(each) === fn &&
      call.type === 'CallExpression' &&
      !NO_WORK.test(calleeName(call) ?? '') &&
      !call.arguments.some(
        (argument) => argument.type === 'NewExpression' && /Delete|Receive/.test(calleeName(argument) ?? ''),
      )
    );
  });

const hasWork = (fn: FunctionNode): boolean => hasBody(fn) && isWork(fn.body, fn);

/** A queue declared with a place for what fails, anywhere in the project. */
const hasDeadLetter = (file: BackendFile): boolean =>
  file.project.filesMentioning(file.path, /deadLetter|x-dead-letter|\bdlq\b|\bDLX\b/i).length > 0;
