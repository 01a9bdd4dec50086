import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { allOf } from '../../syntax/walk.js';
import {
  calleeName,
  enclosingFunction,
  memberName,
  outward,
  receiverOf,
  unwrap,
  unwrapAwait,
} from '../../syntax/nodes.js';
import { getBinding } from '../bindings.js';
import { denote, findCalled, findInstance } from '../entities.js';
import { leaves } from '../guards.js';
import { isValidated } from '../validation/requests.js';
import { constantOf } from '../values.js';
import { requestValueOf, type RequestValue } from './request-values.js';

/** A check that holds for a text and can be walked round with a list or an object. */
export interface Confusion {
  /** The value taken for a text. */
  readonly value: TSESTree.Node;
  readonly source: RequestValue;
  /** What takes it for one: `.length`, `.includes()`, `===`. */
  readonly by: string;
}

/** Readers of a query that give a list for a name sent twice, or an object for `a[b]=c`. */
const LOOSE_READERS = /^(?:express\.Request|koa\.(?:Context|Request)|fastify\.Request|next\.ApiRequest)$/;
const TEXT_METHODS = ['includes', 'indexOf'];
/** Names of what is one text, where the body could as well hold a list. */
const TEXT_NAME =
  /(?:name|email|password|passwd|pass|title|token|code|url|uri|path|file|filename|comment|message|text|content|description|slug|bio|query|search|q|term|phone|address|subject|redirect|next|return_?to|host|domain|id|key|username|login|user|role|type|sort|html|cmd|command)$/i;

/** Every such check of a file, one for each value and function. */
export const confusionsOf = (file: BackendFile): readonly Confusion[] => file.memo(findConfusions);

function findConfusions(file: BackendFile): Confusion[] {
  const found: Confusion[] = [];
  for (const node of file.index.members.get('length') ?? []) if (isCompared(node)) add(found, node.object, '.length');
  for (const name of TEXT_METHODS)
    for (const call of file.index.calls.get(name) ?? []) {
      const callee = unwrap(call.callee);
      if (callee.type !== 'MemberExpression' || !isText(call.arguments[0]) || !isTested(call)) continue;
      add(found, callee.object, `.${name}()`);
    }
  for (const node of file.index.comparisons) {
    const denied = deniedValue(node);
    if (denied) add(found, denied, node.operator);
  }
  for (const calls of file.index.calls.values())
    for (const call of calls) if (call.arguments.length > 0 && isTested(call)) addPredicate(call, found);
  const seen = new Set<string>();
  return found
    .sort((a, b) => a.value.range[0] - b.value.range[0])
    .filter(({ source, value }) => {
      const fn = enclosingFunction(value);
      const key = `${fn?.range[0] ?? 0}:${source.part}:${source.path.join('.')}`;
      return !seen.has(key) && seen.add(key);
    });
}

/** `if (isBlocked(req.query.host))`: a function of the project's that takes its argument for a text. */
function addPredicate(call: TSESTree.CallExpression, found: Confusion[]): void {
  const fn = findCalled(call);
  if (!fn) return;
  for (const [i, argument] of call.arguments.entries()) {
    const parameter = fn.params[i];
    if (parameter?.type === 'Identifier' && argument.type !== 'SpreadElement' && takesText(fn, parameter.name))
      add(found, argument, `${calleeName(call) ?? 'the function'}()`);
  }
}

/** Whether a function looks for a text in its parameter, or compares it with one, and never asks what it is. */
function takesText(fn: FunctionNode, name: string): boolean {
  const { text } = fileOf(fn);
  if (new RegExp(`typeof\\s+\\(?${name}\\b|isArray\\(\\s*${name}\\b`).test(text.slice(...fn.range))) return false;
  return allOf(fn.body as Node, ['CallExpression']).some((call) => {
    const receiver = receiverOf(call);
    return (
      TEXT_METHODS.includes(calleeName(call) ?? '') &&
      receiver?.type === 'Identifier' &&
      receiver.name === name &&
      isText(call.arguments[0])
    );
  });
}

function add(found: Confusion[], node: TSESTree.Node, by: string): void {
  const source = requestValueOf(node);
  if (!source || source.isText || source.validatedBy || source.path.length === 0) return;
  if (!isDirect(node) || !isLoose(source) || isTypeTested(node)) return;
  // A class with decorators and its pipe, or a pipe with a schema.
  if (isDecorated(source.source) && isValidated({ part: source.part, node: source.source, validatedBy: null })) return;
  found.push({ value: node, source, by });
}

/** A query's value of a framework that gives lists and objects too; of a body, what its name says is a text. */
function isLoose({ part, source, path }: RequestValue): boolean {
  const name = path.at(-1) ?? '';
  if (!/^[\w$-]+$/.test(name)) return false;
  if (part === 'body') return TEXT_NAME.test(name) && isBody(source);
  if (part !== 'query' || /s$/.test(name) || /\[\]$/.test(name)) return false;
  if (source.type === 'CallExpression') return calleeName(source) === 'getQuery';
  return isLooseReader(source) || isDecorated(source);
}

function isLooseReader(source: Node): boolean {
  const root = source.type === 'MemberExpression' ? source.object : source;
  const type = findInstance(denote(root))?.type;
  return type !== undefined && (LOOSE_READERS.test(type.id) || type.is('express.Request'));
}

/** A parameter of NestJS: `@Query('sort') sort: string`. */
const isDecorated = (source: Node): boolean =>
  source.type === 'Identifier' && fileOf(source).text.includes('@nestjs/common');

/** A body of JSON as it came: forms give texts, and inputs of procedures and resolvers have a type of their own. */
const isBody = (source: Node): boolean =>
  source.type === 'CallExpression'
    ? /^(?:json|readBody)$/.test(calleeName(source) ?? '')
    : isLooseReader(source) || isDecorated(source);

/** The value by its own name, or a name for it: what a function made of it may be a list on purpose. */
function isDirect(node: Node, hops = 0): boolean {
  const value = unwrapAwait(node);
  if (hops > 8) return false;
  if (value.type === 'MemberExpression') return memberName(value) !== null && isDirect(value.object, hops + 1);
  if (value.type === 'LogicalExpression') return value.operator !== '&&' && isDirect(value.left, hops + 1);
  if (value.type === 'CallExpression') return /^(?:json|readBody|getQuery)$/.test(calleeName(value) ?? '');
  if (value.type !== 'Identifier') return false;
  const binding = getBinding(value);
  return (
    binding.kind === 'parameter' ||
    (binding.kind === 'value' && binding.init !== null && isDirect(binding.init, hops + 1))
  );
}

/** `typeof x`, `Array.isArray(x)` in the same function: the code knows. */
function isTypeTested(node: Node): boolean {
  const fn = enclosingFunction(node);
  if (!fn) return false;
  const { text } = fileOf(fn);
  const own = text.slice(...node.range).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`typeof\\s+\\(?${own}\\b|isArray\\(\\s*${own}\\b|isString\\(\\s*${own}\\b`).test(
    text.slice(...fn.range),
  );
}

const isText = (node: Node | undefined): boolean => node !== undefined && typeof constantOf(node) === 'string';

/** `x.length < 8`, `!x.length`. */
function isCompared(node: TSESTree.MemberExpression): boolean {
  const parent = outward(node);
  if (parent?.type === 'UnaryExpression') return parent.operator === '!';
  return parent?.type === 'BinaryExpression' && /^(?:[<>]=?|[!=]==?)$/.test(parent.operator) && isTested(parent);
}

/** Whether something is decided by the value. */
function isTested(node: Node): boolean {
  let inner: Node = node;
  for (let up = outward(inner); up; up = outward(up)) {
    if (up.type === 'IfStatement' || up.type === 'ConditionalExpression') return unwrap(up.test) === unwrap(inner);
    if (up.type !== 'UnaryExpression' && up.type !== 'LogicalExpression' && up.type !== 'BinaryExpression')
      return false;
    inner = up;
  }
  return false;
}

/** `if (role === 'admin') return res.status(403)…`: the value that is denied, and gets by as `['admin']`. */
function deniedValue(node: TSESTree.BinaryExpression): TSESTree.Node | null {
  if (!/^===?$/.test(node.operator)) return null;
  const [value, other] = isText(node.right) ? [node.left, node.right] : [node.right, node.left];
  if (!isText(other) || !/^(?:MemberExpression|Identifier)$/.test(unwrap(value).type)) return null;
  let inner: Node = node;
  for (let up = outward(inner); up; up = outward(up)) {
    if (up.type === 'IfStatement')
      return unwrap(up.test) === unwrap(inner) && leaves(up.consequent) && denies(up.consequent) ? value : null;
    if (up.type !== 'LogicalExpression' || up.operator !== '||') return null;
    inner = up;
  }
  return null;
}

const DENIAL =
  /\bthrow\b|\b4\d\d\b|\b(?:forbidden|unauthorized|badRequest|Forbidden|Unauthorized|BadRequest|FORBIDDEN|UNAUTHORIZED|BAD_REQUEST)|not allowed|denied|reserved/;
const denies = (node: Node): boolean => DENIAL.test(sourceText(node));
