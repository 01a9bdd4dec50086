import type { BackendFile } from '../model/file.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import {
  calleeName,
  classOfThis,
  closest,
  enclosingFunction,
  findProperty,
  isFunction,
  literalText,
  memberName,
  outward,
  receiverOf,
  unwrap,
} from '../syntax/nodes.js';
import { findVariable } from './bindings.js';
import { denote, findRow, rowOf } from './entities.js';
import { namesFor } from './scope.js';
import { sourceText } from '../model/file.js';

/** A stream or client whose 'error' event nobody listens to. */
export interface UnheardError {
  readonly kind: 'pipe' | 'emitter';
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression;
  /** The stream or client as the code writes it. */
  readonly source: Node;
}

/** Every stream piped and every client made in a file without a listener of its errors. */
export const unheardErrorsOf = (file: BackendFile): readonly UnheardError[] => file.memo(findUnheard);

function findUnheard(file: BackendFile): UnheardError[] {
  const found: UnheardError[] = [];
  for (const made of emittersIn(file))
    if (!isHeard(made, file)) found.push({ kind: 'emitter', node: made, source: made });
  const piped = new Set<Node>();
  for (const call of file.index.calls.get('pipe') ?? []) {
    const source = streamsOf(call).find((stream) => !isHeard(stream, file));
    if (!source || piped.has(source)) continue;
    piped.add(source);
    found.push({ kind: 'pipe', node: call, source });
  }
  return found;
}

function* emittersIn(file: BackendFile): Generator<TSESTree.CallExpression | TSESTree.NewExpression> {
  for (const made of file.index.news) {
    const callee = denote(made.callee);
    if (callee?.kind === 'export' && findRow(callee)?.row.construct?.emits) yield made;
  }
  for (const name of namesFor(file, 'emits'))
    for (const call of file.index.calls.get(name) ?? []) if (rowOf(denote(call.callee))?.emits) yield call;
  yield* listenersIn(file);
}

/** A client checked out of a pool to listen for notifications: the pool hears nothing of its errors meanwhile. */
function* listenersIn(file: BackendFile): Generator<TSESTree.CallExpression> {
  if (!/\bLISTEN\s|['"]notification['"]/.test(file.text)) return;
  for (const call of file.index.calls.get('connect') ?? []) {
    if (call.arguments.length > 0 || rowOf(denote(call.callee))?.step !== 'acquire') continue;
    const fn = enclosingFunction(call);
    if (fn && /\bLISTEN\s|['"]notification['"]/.test(file.text.slice(...fn.range))) yield call;
  }
}

const STREAMS: Readonly<Record<string, RegExp>> = {
  createReadStream: /fs|fs-extra|graceful-fs/,
  createWriteStream: /fs|fs-extra|graceful-fs/,
  createGzip: /zlib/,
  createGunzip: /zlib/,
  createUnzip: /zlib/,
  createInflate: /zlib/,
  createInflateRaw: /zlib/,
  createBrotliDecompress: /zlib/,
  createDecipheriv: /crypto/,
};

/** The streams at both ends of a `pipe` that are known to be some, as the calls that make them. */
function streamsOf(pipe: TSESTree.CallExpression): TSESTree.CallExpression[] {
  const [target] = pipe.arguments;
  const ends = [receiverOf(pipe), target && target.type !== 'SpreadElement' ? target : null];
  return ends.flatMap((end) => {
    const made = end && madeBy(end);
    return made ? [made] : [];
  });
}

/** The call that makes a stream, behind a name or a chain of listeners; null for anything else. */
function madeBy(end: Node): TSESTree.CallExpression | null {
  let node = unwrap(end);
  if (node.type === 'Identifier') {
    const definition = findVariable(node)?.defs[0]?.node as Node | undefined;
    if (definition?.type !== 'VariableDeclarator' || !definition.init || definition.id.type !== 'Identifier')
      return null;
    node = unwrap(definition.init);
  }
  while (node.type === 'CallExpression' && /^(?:on|once|addListener)$/.test(calleeName(node) ?? '')) {
    const receiver = receiverOf(node);
    if (!receiver) return null;
    node = unwrap(receiver);
  }
  if (node.type !== 'CallExpression') return null;
  const modules = STREAMS[calleeName(node) ?? ''];
  if (!modules) return null;
  const callee = denote(node.callee);
  return callee?.kind === 'export' && modules.test(callee.module) ? node : null;
}

const LISTENS = /^(?:on|once|addListener|prependListener|addEventListener)$/;
const ANY_LISTENER = /\.(?:on|once|addListener|addEventListener)\(\s*['"`]error['"`]/;

/** Whether somebody listens to the errors of what a call makes. What leaves for places out of sight counts as heard. */
function isHeard(made: TSESTree.CallExpression | TSESTree.NewExpression, file: BackendFile): boolean {
  let node: Node = made;
  for (let up = outward(node); up; up = outward(node)) {
    if (up.type === 'AwaitExpression' || up.type === 'LogicalExpression' || up.type === 'ConditionalExpression')
      node = up;
    else if (up.type === 'MemberExpression' && unwrap(up.object) === unwrap(node)) {
      const call = outward(up);
      if (call?.type !== 'CallExpression' || unwrap(call.callee) !== up) return false;
      if (isListening(call)) return true;
      // `createClient().connect()` gives the client again; `.pipe(target)` gives the target.
      if (!/^(?:on|once|addListener|connect|duplicate|setEncoding|setMaxListeners)$/.test(memberName(up) ?? ''))
        return false;
      node = call;
    } else if (up.type === 'VariableDeclarator') {
      return up.id.type !== 'Identifier' || isNameHeard(up.id, file);
    } else if (up.type === 'AssignmentExpression' && up.right === node) {
      const target = unwrap(up.left);
      if (target.type === 'Identifier') return isNameHeard(target, file);
      if (target.type === 'MemberExpression') return isMemberHeard(target, memberName(target), file);
      return true;
    } else if (up.type === 'PropertyDefinition') {
      const name = up.key.type === 'Identifier' || up.key.type === 'PrivateIdentifier' ? up.key.name : null;
      return isMemberHeard(up, name, file);
    } else if (up.type === 'CallExpression' || up.type === 'NewExpression') {
      return isHanded(up, node);
    } else {
      // Given back, exported as the default, an element of a list: whoever gets it may listen.
      return up.type !== 'ExpressionStatement';
    }
  }
  return true;
}

const isListening = (call: TSESTree.CallExpression): boolean => {
  const event = call.arguments[0];
  return LISTENS.test(calleeName(call) ?? '') && event !== undefined && literalText(event) === 'error';
};

/** Given to a function: a library's own (an ORM's driver, another `pipe`) listens to nothing; one of the project may. */
function isHanded(call: TSESTree.CallExpression | TSESTree.NewExpression, argument: Node): boolean {
  const name = calleeName(call) ?? '';
  if (name === 'pipe') return false;
  if (/^(?:pipeline|finished|compose|pump|eos)$/.test(name)) return true;
  const callee = denote(call.callee);
  if (callee?.kind === 'function') return /['"`]error['"`]/.test(sourceText(callee.node));
  if (callee?.kind === 'export') return !PASSIVE.test(callee.module);
  return callee?.kind !== 'instance' && callee?.kind !== 'method' && argument.type !== 'SpreadElement';
}

/** Libraries that take a client and listen to none of its errors. */
const PASSIVE = /^(?:drizzle-orm|kysely|@prisma\/adapter-pg|connect-pg-simple|@bull-board|rate-limit|connect-redis)/;

function isNameHeard(id: TSESTree.Identifier, file: BackendFile): boolean {
  const variable = findVariable(id);
  if (!variable) return true;
  let isShared = false;
  for (const { identifier, init } of variable.references) {
    if (init === true || identifier === id) continue;
    const name = identifier as TSESTree.Identifier;
    const up = outward(name);
    if (up?.type === 'MemberExpression' && unwrap(up.object) === name) {
      const call = outward(up);
      if (call?.type === 'CallExpression' && isListening(call)) return true;
    } else if (up?.type === 'CallExpression' || up?.type === 'NewExpression') {
      if (unwrap(up.callee) !== name && isHanded(up, name)) return true;
    } else if (
      up?.type === 'ReturnStatement' ||
      up?.type === 'ArrowFunctionExpression' ||
      up?.type === 'ArrayExpression' ||
      (up?.type === 'Property' && !isExports(up.parent))
    )
      isShared = true;
    else if (up?.type === 'ForOfStatement') return ANY_LISTENER.test(file.text);
  }
  // What is given back may be listened to by whoever gets it: said so in this file, or in one that imports it.
  if (isShared && ANY_LISTENER.test(file.text)) return true;
  return isHeardElsewhere(id.name, file, isShared);
}

/** `module.exports = { pool }` is an export, which its importers show. */
const isExports = (object: Node): boolean => {
  const up = outward(object);
  return up?.type === 'ExportDefaultDeclaration' || (up?.type === 'AssignmentExpression' && up.right === object);
};

function isHeardElsewhere(name: string, file: BackendFile, isShared: boolean): boolean {
  const own = new RegExp(
    `\\b${name.replaceAll('$', '\\$')}\\b[^;\\n]{0,40}\\.(?:on|once|addListener)\\(\\s*['"\`]error['"\`]`,
  );
  if (!new RegExp(`export\\b|exports\\b`).test(file.text)) return false;
  return file.project.importersOf(file.path).some((path) => {
    const text = file.project.open(path)?.text ?? '';
    return own.test(text) || (isShared && ANY_LISTENER.test(text));
  });
}

/** `this.client.on('error', …)` anywhere in the class; a property of another object is listened to somewhere else. */
function isMemberHeard(at: Node, name: string | null, file: BackendFile): boolean {
  const owner = at.type === 'MemberExpression' ? classOfThis(at) : closest(at, 'ClassDeclaration', 'ClassExpression');
  const scope = owner ?? (at.type === 'MemberExpression' ? file.ast : null);
  if (!scope || name === null) return true;
  const text = file.text.slice(...scope.range);
  const listened = new RegExp(
    `\\b${name.replaceAll('$', '\\$')}[!?]?\\s*\\.?\\s*(?:\\.\\w+\\([^)]*\\)\\s*)*\\.?(?:on|once|addListener)\\(\\s*['"\`]error['"\`]`,
  );
  if (listened.test(text)) return true;
  // Handed to a helper: `register(this.client)`.
  return new RegExp(`(?<!new )\\b(?!drizzle\\b)\\w+\\(\\s*this\\.${name.replaceAll('$', '\\$')}\\b`).test(text);
}

/** Sockets that a server hands over, with listeners of their own but none of 'error'. */
export function* unheardConnectionsIn(file: BackendFile): Generator<TSESTree.CallExpression> {
  for (const call of file.index.calls.get('on') ?? []) {
    const [event, handler] = call.arguments;
    if (!event || literalText(event) !== 'connection' || !handler) continue;
    const receiver = receiverOf(call);
    const server = receiver && denote(receiver);
    const fn = unwrap(handler);
    if (server?.kind !== 'instance' || !server.type.is('ws.Server') || !isFunction(fn)) continue;
    const socket = fn.params[0];
    if (socket?.type !== 'Identifier') continue;
    const { text } = file;
    if (
      !ANY_LISTENER.test(text.slice(...fn.range)) &&
      !/onerror/.test(text.slice(...fn.range)) &&
      !isHandedOn(socket, fn)
    )
      yield call;
  }
}

const isHandedOn = (socket: TSESTree.Identifier, fn: Node): boolean =>
  (findVariable(socket)?.references ?? []).some(({ identifier }) => {
    const up = outward(identifier);
    return (
      up?.type === 'CallExpression' &&
      up.callee !== (identifier as Node) &&
      fn !== up &&
      /['"`]error['"`]|unknown/.test(textOfCalled(up))
    );
  });

function textOfCalled(call: TSESTree.CallExpression): string {
  const callee = denote(call.callee);
  return callee?.kind === 'function' ? sourceText(callee.node) : callee === null ? 'unknown' : '';
}

/** The options of a call say that its errors are told elsewhere: `{ signal }` changes nothing, `{ onError }` does. */
export const tellsErrors = (made: TSESTree.CallExpression | TSESTree.NewExpression): boolean =>
  made.arguments.some((argument) => {
    const object = unwrap(argument);
    return object.type === 'ObjectExpression' && findProperty(object, 'onError') !== null;
  });
