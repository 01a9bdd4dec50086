import { type BackendFile, sourceText } from '../../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import {
  calleeName,
  closest,
  enclosingFunction,
  findProperty,
  hasBody,
  isFunction,
  isInside,
  keyName,
  literalText,
  memberName,
  receiverOf,
  unwrap,
} from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';
import { findVariable } from '../bindings.js';
import { endsAlways } from '../control-flow.js';
import { denote, libraryOf } from '../entities.js';
import { logAt } from '../logs/calls.js';
import { follow } from '../values.js';

/** An error that ends without a word: nobody is told, nothing is done about it. */
export interface SwallowedError {
  readonly kind: 'catch' | 'promise' | 'event';
  /** The clause, or the function given to `.catch()` or `.on('error', …)`. */
  readonly node: TSESTree.CatchClause | FunctionNode | TSESTree.Identifier;
  /** The whole statement or call that it belongs to. */
  readonly site: Node;
  /** The event, for handlers of events. */
  readonly event: string;
}

/** Every swallowed error of a file, cleanup and defaults for what can't be parsed left out. */
export const swallowedErrorsOf = (file: BackendFile): readonly SwallowedError[] => file.memo(findSwallowed);

function findSwallowed(file: BackendFile): SwallowedError[] {
  return [...inClauses(file), ...inPromises(file), ...inEvents(file)];
}

function* inClauses(file: BackendFile): Generator<SwallowedError> {
  for (const clause of file.index.catches) {
    const ends = endOf(clause.body.body);
    const attempt = clause.parent.block;
    if (ends === null || isHarmless(attempt) || isInFinally(clause) || isTidying(clause) || isIgnored(clause)) continue;
    if (isLogger(clause)) continue;
    // Code that computes and falls back on nothing is a parse-or-default, whatever it is called.
    if (ends === 'nothing' && (!waits(attempt) || isAsking(clause))) continue;
    yield { kind: 'catch', node: clause, site: clause.parent, event: '' };
  }
}

/** `finally { try { await remove(file); } catch {} }`: tidying up after the work. */
function isInFinally(clause: TSESTree.CatchClause): boolean {
  const attempt = clause.parent;
  const block = attempt.parent;
  return block.type === 'BlockStatement' && block.parent.type === 'TryStatement' && block.parent.finalizer === block;
}

/** `catch (ignored)`: the name says it. */
const isIgnored = ({ param }: TSESTree.CatchClause): boolean =>
  param?.type === 'Identifier' && /^_?ignored?(?=$|[A-Z_])|^expected/.test(param.name);

/** A function that logs has nowhere to say that it could not. */
function isLogger(clause: TSESTree.CatchClause): boolean {
  const fn = enclosingFunction(clause);
  return fn !== null && /^(?:log|logger|writeLog|sendLogs?)$/.test(nameOf(fn) ?? '');
}

const TIDYING = /clean_?-?up|tear_?down|dispos|roll_?back/i;

/** In a function or a loop that is named after tidying up: `for (const step of cleanupSteps) …`. */
function isTidying(clause: TSESTree.CatchClause): boolean {
  const fn = enclosingFunction(clause);
  if (fn && TIDYING.test(nameOf(fn) ?? '')) return true;
  const loop = closest(clause, 'ForOfStatement', 'ForInStatement', 'BlockStatement', 'FunctionDeclaration');
  const outer = loop?.type === 'BlockStatement' ? loop.parent : loop;
  return outer?.type === 'ForOfStatement' && TIDYING.test(sourceText(outer.right));
}

/** What a handler does: not one statement, or giving back nothing. Null where it does something. */
function endOf(statements: readonly Node[]): 'empty' | 'nothing' | null {
  if (statements.length === 0) return 'empty';
  const [only] = statements;
  if (statements.length > 1 || only?.type !== 'ReturnStatement') return null;
  return !only.argument || isNothing(only.argument) ? 'nothing' : null;
}

const isNothing = (node: Node): boolean => {
  const value = unwrap(node);
  return (
    (value.type === 'Literal' && value.value === null) ||
    (value.type === 'Identifier' && value.name === 'undefined') ||
    (value.type === 'UnaryExpression' && value.operator === 'void')
  );
};

/** Undoing, closing, giving back: what fails there has been used already. */
const CLEANUP =
  /^(?:close\w*|end|destroy\w*|release\w*|disconnect\w*|unlink\w*|rm\w*|quit|kill|abort\w*|terminate|cancel\w*|stop\w*|dispose\w*|cleanup\w*|clear\w*|unsubscribe|(?:un|de)_?register\w*|heart_?beat\w*|keep_?alive\w*|off|removeListener|removeAllListeners|rollback\w*|shutdown|teardown|flush\w*|unlock\w*|detach|unref|exitPointerLock|mkdir\w*|releaseLock)$/i;
/** Reading what may not be well-formed, or asking whether something is there. */
const READING =
  /parse|decode|verify|validate|decrypt|^(?:json|text|formData|URL|RegExp|BigInt|Date|atob|btoa|require|resolve|access\w*|l?stat\w*|exists\w*|realpath\w*|readlink\w*|import|createRequire|normalize|toASCII|from|fromJSON|getUser|safe\w+|try\w+|safeParse|stringify|compile|test|match|readFile\w*|readdir\w*|opendir\w*|glob\w*)$|jwt|^is[A-Z]/i;
/** Of the language: they fail on no one else's account. */
const PLAIN =
  /^(?:log|info|warn|error|debug|trace|push|join|split|slice|map|filter|forEach|reduce|toString|trim|replace\w*|keys|values|entries|Number|String|Boolean|Array|Object|Map|Set|Error|now|toISOString|set|get|has|add|includes|startsWith|endsWith|indexOf|concat|sort|assign|freeze|min|max|floor|round|setTimeout|clearTimeout|clearInterval|toLowerCase|toUpperCase|charCodeAt|substring|padStart|at|find|some|every|flat|fill|call|apply|bind|then|catch|finally)$/;

/** Whether all that an attempt does is clean up, or read what may not be well-formed. */
function isHarmless(attempt: Node): boolean {
  const calls = allOf(attempt, ['CallExpression', 'NewExpression', 'ImportExpression']);
  return calls.every((call) => {
    if (call.type === 'ImportExpression') return true;
    const name = calleeName(call) ?? '';
    return (
      CLEANUP.test(name) ||
      READING.test(name) ||
      isPlain(call, name) ||
      isRollback(call) ||
      isForced(call, name) ||
      isFunction(unwrap(call.callee))
    );
  });
}

/** `get` and `set` of a Map; of a client they go out. */
const isPlain = (call: TSESTree.CallExpression | TSESTree.NewExpression, name: string): boolean =>
  PLAIN.test(name) && !(/^(?:get|set|has|add|find|call|apply)$/.test(name) && call.parent.type === 'AwaitExpression');

/** `client.query('ROLLBACK')`. */
const isRollback = (call: TSESTree.CallExpression | TSESTree.NewExpression): boolean => {
  const first = call.arguments[0];
  const value = first && follow(first);
  const text = value?.type === 'TemplateLiteral' ? value.quasis[0]!.value.raw : value && literalText(value);
  return /^\s*(?:ROLLBACK|UNLISTEN|RELEASE|DEALLOCATE|CLOSE)\b/i.test(text ?? '');
};

/** `container.remove({ force: true })`: whether it is there or not. */
const isForced = (call: TSESTree.CallExpression | TSESTree.NewExpression, name: string): boolean => {
  const options = /^(?:remove|delete|rm)$/.test(name) ? call.arguments.at(-1) : undefined;
  const force = options?.type === 'ObjectExpression' ? findProperty(options, 'force') : null;
  return force?.value.type === 'Literal' && force.value.value === true;
};

const waits = (attempt: Node): boolean => allOf(attempt, ['AwaitExpression'], { own: true }).length > 0;

/** A function whose name says that it may find nothing: `tryLoad`, `isAlive`, `findOrNull`. */
const ASKS =
  /^(?:try|safe|maybe|is|has|can|exists|check|ping|probe|detect|guess)[A-Z_]|Or(?:Null|Undefined|Default)$|IfExists|IfAvailable|Safe(?:ly)?$/;

function isAsking(node: Node): boolean {
  const fn = enclosingFunction(node);
  const name = fn && nameOf(fn);
  return name != null && ASKS.test(name);
}

function nameOf(fn: FunctionNode): string | null {
  if (fn.type === 'FunctionDeclaration') return fn.id?.name ?? null;
  const { parent } = fn;
  if (parent.type === 'VariableDeclarator') return parent.id.type === 'Identifier' ? parent.id.name : null;
  if (parent.type === 'MethodDefinition' || parent.type === 'Property') return keyName(parent.key, parent.computed);
  return null;
}

function* inPromises(file: BackendFile): Generator<SwallowedError> {
  const handled = [
    ...(file.index.calls.get('catch') ?? []).map((call) => [call, call.arguments[0]] as const),
    // `.then(done, () => {})`
    ...(file.index.calls.get('then') ?? []).map((call) => [call, call.arguments[1]] as const),
  ];
  for (const [call, handler] of handled) {
    const receiver = receiverOf(call);
    if (!receiver || !handler || handler.type === 'SpreadElement' || !swallows(handler)) continue;
    const attempt = unwrap(receiver);
    if (isHarmless(attempt) || isOfSchema(attempt)) continue;
    if (isDefaulted(call) || isHandledAfter(call) || (isAsking(call) && endOfHandler(handler) === 'nothing')) continue;
    yield { kind: 'promise', node: handler as FunctionNode, site: call, event: '' };
  }
}

/** The result with its `await` and casts. */
function awaited(call: Node): Node {
  let node = call;
  while (node.parent && (node.parent.type === 'AwaitExpression' || unwrap(node.parent) === unwrap(node)))
    node = node.parent;
  return node;
}

/** `const user = await load(id).catch(() => null); if (!user) throw …`: what fails counts as not there, or is logged. */
function isHandledAfter(call: Node): boolean {
  const { parent } = awaited(call);
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return false;
  return (findVariable(parent.id)?.references ?? []).some(({ identifier }) => {
    let up: Node | undefined = (identifier as Node).parent;
    while (up && up.type !== 'IfStatement' && !up.type.endsWith('Statement')) up = up.parent;
    return (
      up?.type === 'IfStatement' &&
      isInside(identifier, up.test) &&
      (endsAlways(up.consequent) || isLoggedAsMissing(up))
    );
  });
}

/** `if (!user) logger.warn(…)` */
const isLoggedAsMissing = ({ test, consequent }: TSESTree.IfStatement): boolean =>
  test.type === 'UnaryExpression' &&
  test.operator === '!' &&
  allOf(consequent, ['CallExpression'], { own: true }).some((call) => logAt(call) !== null);

/** `(await load().catch(() => null)) ?? fallback`: a default is at hand. */
function isDefaulted(call: Node): boolean {
  const node = awaited(call);
  return node.parent?.type === 'LogicalExpression' && node.parent.left === node;
}

/** `z.string().catch(() => '')` is a default of a schema. */
function isOfSchema(attempt: Node): boolean {
  let root = attempt;
  while (root.type === 'CallExpression' || root.type === 'MemberExpression')
    root = unwrap(root.type === 'CallExpression' ? root.callee : root.object);
  if (root.type !== 'Identifier') return false;
  return /^(?:z|s|v|yup|joi)$/i.test(root.name) || libraryOf(denote(root))?.kind === 'validation';
}

function endOfHandler(handler: Node): 'empty' | 'nothing' | null {
  const fn = unwrap(handler);
  if (fn.type === 'Identifier') return /^(?:noop|noOp|identity)$/i.test(fn.name) ? 'empty' : null;
  if (!isFunction(fn) || !hasBody(fn)) return null;
  if (fn.body.type === 'BlockStatement') return endOf(fn.body.body);
  return isNothing(fn.body) ? 'nothing' : null;
}

const swallows = (handler: Node): boolean => endOfHandler(handler) !== null;

const EVENTS = new Set(['error', 'unhandledRejection', 'uncaughtException']);

function* inEvents(file: BackendFile): Generator<SwallowedError> {
  for (const name of ['on', 'once', 'addListener', 'addEventListener'])
    for (const call of file.index.calls.get(name) ?? []) {
      const [event, handler] = call.arguments;
      const text = event && literalText(event);
      if (!text || !EVENTS.has(text) || !handler || endOfHandler(handler) !== 'empty') continue;
      if (isClosing(call) || isDestroyedByHand(call)) continue;
      yield { kind: 'event', node: handler as FunctionNode, site: call, event: text };
    }
}

/** `source.on('error', (err) => copy.destroy(err))`: what fails in the copy is what its function has put there. */
function isDestroyedByHand(call: TSESTree.CallExpression): boolean {
  const receiver = receiverOf(call);
  const fn = enclosingFunction(call);
  if (receiver?.type !== 'Identifier' || !fn) return false;
  return (findVariable(receiver)?.references ?? []).some(({ identifier }) => {
    const member = (identifier as Node).parent;
    return (
      isInside(identifier, fn) &&
      member?.type === 'MemberExpression' &&
      member.parent.type === 'CallExpression' &&
      memberName(member) === 'destroy' &&
      member.parent.arguments.length > 0
    );
  });
}

/** `socket.once('error', () => {}); socket.destroy()`: it is thrown away right after. */
function isClosing(call: TSESTree.CallExpression): boolean {
  const statement = call.parent;
  const block = statement.parent;
  const receiver = receiverOf(call);
  if (block?.type !== 'BlockStatement' || receiver?.type !== 'Identifier') return false;
  return block.body.slice(block.body.indexOf(statement as TSESTree.Statement) + 1).some((next) => {
    const expression = next.type === 'ExpressionStatement' ? unwrap(next.expression) : null;
    if (expression?.type !== 'CallExpression') return false;
    const closed = receiverOf(expression);
    return closed?.type === 'Identifier' && closed.name === receiver.name && CLEANUP.test(calleeName(expression) ?? '');
  });
}
