import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, enclosingFunction, isInside, memberName, receiverOf, unwrapAwait } from '../../syntax/nodes.js';
import { getBinding } from '../bindings.js';
import { denote } from '../entities.js';
import { chainOf } from '../credentials/digests.js';
import { isRequestRead } from '../credentials/origins.js';
import { guardsOf } from '../route-guards.js';
import { routesOf } from '../routes.js';
import { functionName } from '../credentials/functions.js';

/** A signature that is checked over something else than the bytes that were signed. */
export interface ParsedSignature {
  /** The text or object that stands for the body. */
  readonly node: Node;
  readonly how: 'serialised' | 'parsed';
}

/** Every check of a signature over a body that was parsed before. */
export const parsedSignaturesOf = (file: BackendFile): readonly ParsedSignature[] => file.memo(findParsed);

/** Calls of SDKs that check a signature, with the position of the body. */
const SDK_CHECKS: ReadonlyMap<string, number> = new Map([
  ['constructEvent', 0],
  ['constructEventAsync', 0],
  ['verifyAndReceive', 0],
  ['unmarshal', 0],
]);

function findParsed(file: BackendFile): ParsedSignature[] {
  const found: ParsedSignature[] = [];
  for (const call of file.index.calls.get('digest') ?? []) {
    const digest = chainOf(call);
    const fn = enclosingFunction(call);
    if (!digest || !fn || !isCheck(fn, file)) continue;
    for (const input of digest.inputs) {
      const text = findSerialised(input);
      if (text) found.push({ node: text, how: 'serialised' });
    }
  }
  for (const [name, position] of SDK_CHECKS)
    for (const call of file.index.calls.get(name) ?? []) {
      const body = call.arguments[position];
      if (call.arguments.length < 2 || !body || body.type === 'SpreadElement') continue;
      const how = howParsed(body, call);
      if (how) found.push({ node: body, how });
    }
  // svix, standardwebhooks: `new Webhook(secret).verify(payload, headers)`; @octokit/webhooks: `webhooks.verify(body, signature)`.
  for (const call of file.index.calls.get('verify') ?? []) {
    const [body, given] = call.arguments;
    const receiver = receiverOf(call);
    if (!body || !given || body.type === 'SpreadElement' || !receiver) continue;
    if (
      !/webhook|^wh$|svix/i.test(file.text.slice(...receiver.range)) ||
      /jwt|jws/i.test(file.text.slice(...receiver.range))
    )
      continue;
    const how = howParsed(body, call);
    if (how) found.push({ node: body, how });
  }
  return found;
}

/** Whether a digest is held against one that came with the request, rather than sent along with a message of one's own. */
function isCheck(fn: FunctionNode, file: BackendFile): boolean {
  const text = file.text.slice(...fn.range);
  if (/timingSafeEqual|safeEqual|secureCompare|timingSafeCompare|safeCompare/.test(text)) return true;
  if (/verif|valid|check|authentic|isSigned|assert/i.test(functionName(fn) ?? '')) return true;
  return file.index.comparisons.some(
    (each) =>
      isInside(each, fn) &&
      /sign|hmac|hash|digest|expected/i.test(file.text.slice(...each.range)) &&
      !/\.length\b/.test(file.text.slice(...each.range)),
  );
}

/** `JSON.stringify(body)` in what is hashed: alone, in a longer text, or under a name. */
function findSerialised(node: Node, hops = 0): Node | null {
  const value = unwrapAwait(node);
  if (hops > 6) return null;
  switch (value.type) {
    case 'CallExpression': {
      const first = value.arguments[0];
      if (calleeName(value) === 'stringify' && first && first.type !== 'SpreadElement')
        return isBody(first) ? value : null;
      if (/^(?:from|concat|join|String|encode)$/.test(calleeName(value) ?? '')) {
        const receiver = receiverOf(value);
        const inner = calleeName(value) === 'join' || calleeName(value) === 'concat' ? receiver : first;
        return inner && inner.type !== 'SpreadElement' ? findSerialised(inner, hops + 1) : null;
      }
      return null;
    }
    case 'TemplateLiteral':
      return firstOf(value.expressions, hops);
    case 'ArrayExpression':
      return firstOf(
        value.elements.filter((each) => each !== null && each.type !== 'SpreadElement'),
        hops,
      );
    case 'BinaryExpression':
      return value.operator === '+' ? firstOf([value.left, value.right], hops) : null;
    case 'LogicalExpression':
      // `req.rawBody ?? JSON.stringify(req.body)`: the raw one where there is one.
      return null;
    case 'ConditionalExpression':
      return null;
    case 'Identifier': {
      const binding = getBinding(value);
      return binding.kind === 'value' && binding.init && binding.path.length === 0
        ? findSerialised(binding.init, hops + 1)
        : null;
    }
    default:
      return null;
  }
}

function firstOf(nodes: readonly Node[], hops: number): Node | null {
  for (const node of nodes) {
    const found = findSerialised(node, hops + 1);
    if (found) return found;
  }
  return null;
}

/** The body of a request: read from it, or a parameter named for it. */
function isBody(node: Node): boolean {
  const value = unwrapAwait(node);
  if (isRequestRead(value)) return true;
  if (value.type === 'Identifier')
    return (
      getBinding(value).kind === 'parameter' &&
      /^(?:body|payload|data|event|reqBody|requestBody|message|webhook\w*|notification|params)$/i.test(value.name)
    );
  return value.type === 'MemberExpression' && /^(?:body|payload)$/.test(memberName(value) ?? '');
}

/** How the body of an SDK's check is not the raw one; null where it is, or where that can't be told. */
function howParsed(body: Node, call: TSESTree.CallExpression): ParsedSignature['how'] | null {
  if (findSerialised(body)) return 'serialised';
  const value = unwrapAwait(body);
  const source = value.type === 'Identifier' ? initOf(value) : value;
  if (!source) return null;
  if (source.type === 'CallExpression' && calleeName(source) === 'json') return isRequestRead(source) ? 'parsed' : null;
  if (source.type !== 'MemberExpression' || memberName(source) !== 'body') return null;
  const entity = denote(source.object);
  const library = entity?.kind === 'instance' ? entity.type.id : '';
  if (/^next\./.test(library)) return 'parsed';
  return isBehindJson(call) ? 'parsed' : null;
}

function initOf(id: TSESTree.Identifier): Node | null {
  const binding = getBinding(id);
  return binding.kind === 'value' && binding.init && binding.path.length === 0 ? unwrapAwait(binding.init) : null;
}

/** Whether the route round a call gets its body from a JSON parser, and nothing keeps the raw one. */
function isBehindJson(call: Node): boolean {
  for (let fn = enclosingFunction(call); fn; fn = enclosingFunction(fn))
    for (const route of routesOf(fileOf(call))) {
      if (route.handler?.fn !== fn) continue;
      const names = guardsOf(route).map(({ name, node }) => `${name ?? ''} ${sourceText(node)}`);
      return (
        names.some((name) => /\bjson\b/i.test(name)) && !names.some((name) => /raw|verify|text\b|buffer/i.test(name))
      );
    }
  return false;
}
