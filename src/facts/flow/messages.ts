import type { FieldPath } from '../../model/flow.js';
import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, keyName, memberName } from '../../syntax/nodes.js';
import { denote } from '../entities.js';
import { jobHandlersOf } from '../jobs/jobs.js';
import { textOf } from '../values.js';

/** Events of a socket that carry nothing of the other side's. */
const OWN_EVENTS =
  /^(?:connect|connection|disconnect|disconnecting|error|close|open|end|drain|listening|upgrade|ping|pong)$/;

/** A Lambda's records in a file without types: `event.Records[0].s3.object.key`. */
export const isRecords = (fn: FunctionNode, index: number, name: string | undefined): boolean =>
  name === 'Records' && index === 0 && /\b(?:exports\.|export\s|handler\b)/.test(textBefore(fn));

const textBefore = (fn: FunctionNode): string =>
  fileOf(fn)
    .text.slice(Math.max(0, fn.range[0] - 60), fn.range[1])
    .slice(0, 120);

/**
 * Whether a parameter is what another side sent outside of a request: a WebSocket's message, an event of socket.io, a
 * chunk of a body, a broker's message (`eachMessage` of kafkajs, `consume` of amqplib).
 */
export function isMessage(fn: FunctionNode, index: number): boolean {
  const { parent } = fn;
  if (isServerAction(fn)) return true;
  if (parent.type === 'Property' && isSocketHandler(parent, index)) return true;
  if (index === 1 && isBodyParser(fn)) return true;
  if (index !== 0) return false;
  if (parent.type === 'Property')
    return /^each(?:Message|Batch)$/.test(keyName(parent.key, parent.computed) ?? '') && imports(fn, /^kafkajs$/);
  if (parent.type !== 'CallExpression' || parent.callee.type !== 'MemberExpression') return false;
  const name = memberName(parent.callee) ?? '';
  if (name === 'consume') return parent.arguments[1] === fn && imports(fn, /^amqplib|^amqp-connection-manager/);
  return /^(?:on|once|addEventListener|addListener)$/.test(name) && isEvent(parent, parent.callee.object, fn);
}

/**
 * A server action of React, whose arguments a client sends: the function says so, or its file does and exports it.
 * https://react.dev/reference/rsc/use-server
 */
function isServerAction(fn: FunctionNode): boolean {
  const { ast, text } = fileOf(fn);
  if (!text.includes('use server')) return false;
  if (fn.body.type === 'BlockStatement' && isDirective(fn.body.body[0])) return true;
  const declared = fn.parent.type === 'VariableDeclarator' ? fn.parent.parent : fn;
  return declared.parent.type === 'ExportNamedDeclaration' && ast.body.slice(0, 3).some(isDirective);
}

/** `app.addContentTypeParser('application/xml', { parseAs: 'string' }, (request, body, done) => …)` of Fastify. */
const isBodyParser = ({ parent }: FunctionNode): boolean =>
  parent.type === 'CallExpression' && calleeName(parent) === 'addContentTypeParser';

const isDirective = (statement: Node | undefined): boolean =>
  statement?.type === 'ExpressionStatement' &&
  statement.expression.type === 'Literal' &&
  statement.expression.value === 'use server';

/**
 * Handlers of sockets given as an object: `app.ws('/x', { message(ws, message) {} })` of Elysia, `websocket: { message }`
 * of Bun, `defineWebSocketHandler({ message(peer, message) {} })` of h3, `upgradeWebSocket(() => ({ onMessage(event) {} }))`.
 */
function isSocketHandler(property: TSESTree.Property, index: number): boolean {
  const name = keyName(property.key, property.computed);
  const holder = property.parent.parent;
  if (name === 'onMessage') return index === 0 && imports(property, /^hono(?:\/|$)|^@hono\//);
  if (name !== 'message' || index !== 1) return false;
  return holder.type === 'Property'
    ? keyName(holder.key, holder.computed) === 'websocket'
    : holder.type === 'CallExpression' &&
        /^(?:ws|defineWebSocketHandler|defineWebSocket)$/.test(calleeName(holder) ?? '');
}

const jobFunctions = (file: BackendFile): ReadonlySet<FunctionNode> =>
  new Set(jobHandlersOf(file).flatMap(({ fn, does }) => (fn && does === 'work' ? [fn] : [])));

/**
 * The way into a job's data, where a parameter is the job that a worker runs; null where it is none. `job.data.file` of
 * BullMQ, `job.attrs.data` of Agenda, `jobs[0].data` of pg-boss.
 */
export function jobPath(fn: FunctionNode, index: number, path: FieldPath): FieldPath | null {
  const at = path.indexOf('data');
  if (index !== 0 || at < 0 || at > 1 || !fileOf(fn).memo(jobFunctions).has(fn)) return null;
  return path.slice(at + 1);
}

function isEvent(call: TSESTree.CallExpression, receiver: Node, fn: FunctionNode): boolean {
  const [first] = call.arguments;
  const event = first ? textOf(first) : null;
  if (event === null || call.arguments[1] !== fn) return false;
  if (event === 'data') {
    const entity = denote(receiver);
    return entity?.kind === 'instance' && /\.Request$/.test(entity.type.id);
  }
  const text = sourceText(receiver);
  if (event === 'message')
    return /(?:^|\.)(?:ws|socket|client|conn(?:ection)?|peer|websocket)$/i.test(text) && imports(fn, SOCKETS);
  return !OWN_EVENTS.test(event) && /(?:^|\.)socket$/i.test(text) && imports(fn, /^socket\.io$/);
}

const SOCKETS = /^(?:ws|socket\.io|websocket|@fastify\/websocket|express-ws|uWebSockets\.js|koa-websocket|isows)$/;

const imports = (node: Node, modules: RegExp): boolean =>
  fileOf(node).index.specifiers.some((specifier) => modules.test(specifier));
