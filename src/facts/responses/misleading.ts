import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { Answer } from '../../model/response.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import {
  calleeName,
  closest,
  decoratorName,
  decoratorsOf,
  isFunction,
  keyName,
  literalText,
  unwrap,
} from '../../syntax/nodes.js';
import { getBinding } from '../bindings.js';
import { conditionsAt, type Condition } from '../errors/conditions.js';
import { isNarrowing } from '../errors/unknown-errors.js';
import { answersOf } from '../responses.js';
import { follow } from '../values.js';
import { lastParts } from '../../syntax/file-names.js';

export type Fault = 'errorWithSuccess' | 'caught' | 'validation' | 'body' | 'forbidden';

/** An answer whose status says something else than the answer. */
export interface Misleading {
  readonly answer: Answer;
  readonly fault: Fault;
}

export const misleadingOf = (file: BackendFile): Misleading[] =>
  answersOf(file).flatMap((answer) => {
    const fault = answer.proof === 'name' ? null : faultOf(answer);
    return fault ? [{ answer, fault }] : [];
  });

/** Protocols that answer 200 to everything, and hooks whose sender repeats whatever is not 200. */
const ALWAYS_200 = /^(?:graphql|trpc|nestjs-graphql|pothos|graphql-errors)$/;
const FAILING = /^(?:send|reply|respond|return)?_?(?:with)?_?(?:fail|err|problem|bad)/i;
const NOT_JUDGED = /webhook|hooks?\/|callback|health|ready|live(?:z|ness)|ping|rpc|slack|mcp/i;

function faultOf(answer: Answer): Fault | null {
  const { status, does, library, node } = answer;
  if (status === null || does === 'pass' || does === 'write') return null;
  if (status === 401 && isForbidden(node)) return 'forbidden';
  if (status === 500 && isValidation(node)) return 'validation';
  if ((status === 204 || status === 205) && answer.bodies.some(isContent) && does !== 'set') return 'body';
  // 207 says of each part how it went.
  if (status >= 300 || status === 207 || ALWAYS_200.test(library.name) || does === 'error' || does === 'throw')
    return null;
  if (hasOwnStatus(node) || NOT_JUDGED.test(placeOf(node))) return null;
  if (answer.kind === 'render') return isErrorPage(node) ? 'errorWithSuccess' : null;
  if (answer.kind === 'file' || answer.kind === 'redirect') return null;
  // `catch { return failed(c, 'could not save'); }`, where `failed` names no status.
  if (answer.helper)
    return node.type === 'CallExpression' && FAILING.test(calleeName(node) ?? '') && isCaught(node) ? 'caught' : null;
  if (answer.bodies.some(isErrorBody) && !(does === 'return' && library.name === 'sveltekit'))
    return 'errorWithSuccess';
  if (does === 'return' || !isCaught(node) || answer.bodies.some(isVerdict)) return null;
  return isFallback(answer) || isStreamed(answer) ? null : 'caught';
}

/** `catch { return res.json({ plans: defaults }); }` where the work itself answers just that as well: it is an answer. */
const isFallback = ({ node, fn, bodies: [body] }: Answer): boolean =>
  body !== undefined &&
  /[A-Za-z]/.test(sourceText(body)) &&
  answersOf(fileOf(node)).some(
    (other) =>
      other.fn === fn && !isCaught(other.node) && other.bodies.some((each) => sourceText(each) === sourceText(body)),
  );

/** `res.write('event: error'); res.end()`: the status went out with the first part. */
function isStreamed({ node }: Answer): boolean {
  const block = node.type === 'CallExpression' && calleeName(node) === 'end' ? closest(node, 'BlockStatement') : null;
  return block !== null && /\.write\(/.test(fileOf(node).text.slice(block.range[0], node.range[0]));
}

/** `@HttpCode(400)` on the method. */
const hasOwnStatus = (node: Node): boolean => {
  const method = closest(node, 'MethodDefinition');
  return method !== null && decoratorsOf(method).some((each) => decoratorName(each) === 'HttpCode');
};

/** The file, and the texts of the calls round the answer: where the route's path stands. */
function placeOf(node: Node): string {
  const texts = [lastParts(fileOf(node).path, 3)];
  for (let up = node.parent; up; up = up.parent)
    if (up.type === 'CallExpression' && up.arguments[0]) texts.push(literalText(up.arguments[0]) ?? '');
    else if (up.type === 'MethodDefinition' || up.type === 'FunctionDeclaration') texts.push(nameOf(up));
  return texts.join(' ');
}

function nameOf(node: TSESTree.MethodDefinition | TSESTree.FunctionDeclaration): string {
  const key = node.type === 'MethodDefinition' ? node.key : node.id;
  return key?.type === 'Identifier' ? key.name : '';
}

const isContent = (body: Node): boolean =>
  !(body.type === 'Literal' && (body.value === null || body.value === '')) &&
  !(body.type === 'Identifier' && body.name === 'undefined');

const COMPANIONS =
  /^(?:errors?|messages?|code|details?|status(?:Code)?|type|title|detail|reason|stack|timestamp|path|instance|requestId)$/;

/** `{ error: 'No such user' }`, `{ type, title, status: 404 }`; not what may be null, nor an error beside data. */
function isErrorBody(body: Node): boolean {
  const object = follow(body);
  if (object.type !== 'ObjectExpression') return false;
  const properties = new Map<string, Node>();
  for (const property of object.properties) {
    if (property.type !== 'Property') return false;
    properties.set(keyName(property.key, property.computed) ?? '?', property.value);
  }
  if (properties.has('jsonrpc') || ![...properties.keys()].every((key) => COMPANIONS.test(key))) return false;
  const error = properties.get('error') ?? properties.get('errors');
  if (error) return isSaid(error);
  const status = properties.get('status') ?? properties.get('statusCode');
  const code = status && unwrap(status);
  return code?.type === 'Literal' && typeof code.value === 'number' && code.value >= 400;
}

/** Whether a value says something for certain: a text, an object, a parameter; not a name that may hold nothing. */
function isSaid(node: Node): boolean {
  const value = unwrap(node);
  switch (value.type) {
    case 'Literal':
      return typeof value.value === 'string' ? value.value !== '' : value.value === true;
    case 'TemplateLiteral':
    case 'ObjectExpression':
      return true;
    case 'ArrayExpression':
      return value.elements.length > 0;
    case 'MemberExpression':
      return /\.message$/.test(sourceText(value));
    case 'Identifier':
      return getBinding(value).kind === 'parameter' || closest(value, 'CatchClause') !== null;
    default:
      return false;
  }
}

function isErrorPage(node: Node): boolean {
  if (node.type !== 'CallExpression') return false;
  const view = node.arguments[0] && literalText(node.arguments[0]);
  return view != null && /(?:^|[/_-])(?:error|errors?\/\w+|404|500|403|not-?found)(?:\.\w+)?$/i.test(view);
}

/** In a `catch` of the same function, for any error: a branch for one kind of error knows what it does. */
function isCaught(node: Node): boolean {
  for (let up = node.parent; up && !isFunction(up); up = up.parent)
    if (up.type === 'CatchClause') {
      const name = up.param?.type === 'Identifier' ? up.param.name : '';
      return !conditionsAt(node).some((condition) => isNarrowing(condition, name));
    }
  return false;
}

/** A domain's own word on how it went: `{ success: false }`, `{ valid: false }`, `{ status: 'down' }`. */
function isVerdict(body: Node): boolean {
  const object = follow(body);
  return (
    object.type === 'ObjectExpression' &&
    object.properties.some(
      (each) =>
        each.type === 'Property' &&
        /^(?:success|ok|valid|is[A-Z]\w*|status|state|result|available|exists|found|received)$/.test(
          keyName(each.key, each.computed) ?? '',
        ),
    )
  );
}

const textOf = ({ test }: Condition): string => sourceText(test);

/** The test that decided last, of those in the same function. */
const lastCondition = (node: Node): Condition | null => conditionsAt(node)[0] ?? null;

/** A refusal because of what the request holds. */
function isValidation(node: Node): boolean {
  return conditionsAt(node).some((condition) => {
    const text = textOf(condition);
    const { holds, test } = condition;
    if (/instanceof\s+(?:[\w.]*\.)?(?:\w*Zod|\w*Validation|\w*Yup|\w*Joi|Val)Error$/.test(text)) return holds;
    if (/\.name\s*===?\s*['"](?:\w*Validation|Zod)Error['"]$/.test(text)) return holds;
    if (/\.isEmpty\(\)$/.test(text)) return !holds && /err|valid|result/i.test(text);
    if (/^\w+\.success$/.test(text)) return !holds && isOfValidator(test);
    return !holds && /^(?:req|request|ctx\.request|event)\.(?:body|query|params)(?:\.\w+)+$/.test(text);
  });
}

function isOfValidator(test: Node): boolean {
  const value = unwrap(test);
  const object = value.type === 'MemberExpression' ? follow(value.object) : null;
  const call = object?.type === 'AwaitExpression' ? unwrap(object.argument) : object;
  const first = call?.type === 'CallExpression' ? call.arguments[0] : undefined;
  if (call?.type !== 'CallExpression' || !first || !/^safeParse(?:Async)?$/.test(calleeName(call) ?? '')) return false;
  return /\b(?:req|request|body|query|params|input|payload|ctx|event|dto)\b/i.test(sourceText(first));
}

const RIGHTS =
  /\brole\b|roles\b|permission|isAdmin|isOwner|isStaff|(?:owner|author|creator)_?id|hasAccess|hasScope|canEdit|canDelete|\bscopes?\b/i;

/** Who is asking is known, and may not: `if (req.user.role !== 'admin')`. */
function isForbidden(node: Node): boolean {
  const condition = lastCondition(node);
  if (!condition) return false;
  const text = textOf(condition);
  // `if (!user.role)` asks whether there is one; `!user || user.role !== 'admin'` refuses both.
  const { test } = condition;
  if (
    test.type !== 'BinaryExpression' &&
    test.type !== 'CallExpression' &&
    !/(?:^|\.)(?:is|has|can)[A-Z]\w*$/.test(text)
  )
    return false;
  return RIGHTS.test(text) && !/\|\||\?\?|password|token|header|authorization|secret|apiKey/i.test(text);
}
