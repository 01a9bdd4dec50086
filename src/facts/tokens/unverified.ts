import { fastifyJwt } from '../../libraries/tokens/fast-jwt.js';
import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { DecodeRow } from '../../model/rows/tokens.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import {
  calleeName,
  enclosingFunction,
  isFunction,
  isInside,
  keyName,
  memberName,
  outward,
  receiverOf,
  unwrap,
  unwrapAwait,
} from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';
import { findVariable, getBinding } from '../bindings.js';
import { isRequestRead } from '../credentials/origins.js';
import { denote, rowOf } from '../entities.js';
import { namesFor } from '../scope.js';
import { tokensOf } from '../tokens.js';
import { constantOf } from '../values.js';
import { findIgnoredOption } from './algorithms.js';
import { said } from './options.js';
import { splitToken } from './split.js';

/** A token that is believed without, or in spite of, its check. */
export interface UnverifiedToken {
  readonly kind: 'decoded' | 'split' | 'expired' | 'error-dropped' | 'not-awaited' | 'no-verify' | 'ignored-option';
  readonly node: Node;
  /** The option that is ignored, as written. */
  readonly option?: string;
}

export const unverifiedOf = (file: BackendFile): readonly UnverifiedToken[] => file.memo(findUnverified);

function findUnverified(file: BackendFile): UnverifiedToken[] {
  const found: UnverifiedToken[] = [];
  const verifies = tokensOf(file).filter(({ does }) => does === 'verify');
  for (const use of tokensOf(file)) {
    if (use.proof === 'name') continue;
    if (use.does === 'sign') continue;
    const lax = said(use, laxPositions(use.row.algorithm, use.does === 'configure'));
    if (typeof lax !== 'string' && constantOf(lax) === true)
      found.push({
        kind: 'expired',
        node: fileOf(lax) !== file ? use.node : lax.parent?.type === 'Property' ? lax.parent : lax,
      });
    if (use.does !== 'verify') continue;
    const ignored = findIgnoredOption(use);
    if (ignored)
      found.push({
        kind: 'ignored-option',
        node: fileOf(ignored) === file ? ignored : use.node,
        option: sourceText(ignored.value),
      });
    if (
      use.library.name === 'jwt-simple' &&
      use.arguments[2] &&
      use.arguments[2].type !== 'SpreadElement' &&
      constantOf(use.arguments[2]) === true
    )
      found.push({ kind: 'no-verify', node: use.node });
    if (use.node.type !== 'CallExpression') continue;
    const dropped = droppedIn(use.node);
    if (dropped) found.push(dropped);
  }
  const isVerified = (token: Node, at: Node): boolean => {
    const text = file.text.slice(...unwrapAwait(token).range);
    const fn = enclosingFunction(at);
    return verifies.some((use) => {
      const given = use.arguments[0];
      return (
        !!given && enclosingFunction(use.node) === fn && file.text.slice(...given.range).replace(/!$/, '') === text
      );
    });
  };
  for (const name of new Set([...namesFor(file, 'decode'), 'decode', 'jwtDecode']))
    for (const call of file.index.calls.get(name) ?? []) {
      const row = rowOf(denote(call.callee))?.decode ?? decoratedRow(call, file);
      if (!row || row.header || row.makes) continue;
      const token = row.token === 'this' ? receiverOf(call) : call.arguments[Number(row.token)];
      if (!token || token.type === 'SpreadElement') continue;
      if (
        (row.token === 'this' || isFromClient(token)) &&
        !isFromIssuer(token) &&
        !isVerified(token, call) &&
        decides(call, file) &&
        !isVerifiedElsewhere(call, file)
      )
        found.push({ kind: 'decoded', node: call });
    }
  for (const call of [...(file.index.calls.get('atob') ?? []), ...(file.index.calls.get('from') ?? [])]) {
    const given = call.arguments[0];
    if (!given || given.type === 'SpreadElement') continue;
    const token = splitToken(given);
    if (
      token &&
      isFromClient(token) &&
      !isVerified(token, call) &&
      decides(outermost(call), file) &&
      !isVerifiedElsewhere(call, file)
    )
      found.push({ kind: 'split', node: call });
  }
  return found;
}

/**
 * `const { id_token } = await getTokens(code)`: what the issuer itself gave over TLS needs no signature.
 * https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation
 */
function isFromIssuer(token: Node): boolean {
  const value = unwrapAwait(token);
  const text = sourceText(value);
  if (!/id_?token/i.test(text)) return false;
  const root = value.type === 'MemberExpression' ? unwrapAwait(value.object) : value;
  if (root.type !== 'Identifier') return false;
  const binding = getBinding(root);
  const init = binding.kind === 'value' && binding.init ? unwrapAwait(binding.init) : null;
  return (
    init?.type === 'CallExpression' &&
    /token|exchange|code|callback|grant/i.test(calleeName(init) ?? '') &&
    init.arguments.length > 0
  );
}

/** What @fastify/jwt puts on the instance and the request: `app.jwt.decode(token)`, `request.jwtDecode()`. */
function decoratedRow(call: TSESTree.CallExpression, file: BackendFile): DecodeRow | undefined {
  if (!file.project.dependenciesOf(file.path)?.has('@fastify/jwt')) return undefined;
  const receiver = receiverOf(call);
  const owner = receiver && unwrap(receiver);
  const isOnInstance = owner?.type === 'MemberExpression' && memberName(owner) === 'jwt';
  return fastifyJwt.decorates?.[isOnInstance ? `jwt.${calleeName(call) ?? ''}` : (calleeName(call) ?? '')]?.decode;
}

/** Where `ignoreExpiration` stands beside the algorithms. */
const laxPositions = (algorithm: readonly string[], isRegistration: boolean): string[] =>
  algorithm
    .filter((each) => each.includes('.') && (!isRegistration || /verif/.test(each)))
    .map((each) => each.replace(/\w+$/, 'ignoreExpiration'));

/** A verification whose outcome decides nothing. */
function droppedIn(call: TSESTree.CallExpression): UnverifiedToken | null {
  const callback = call.arguments.at(-1);
  if (callback && isFunction(callback)) {
    const [error] = callback.params;
    if (!error && /^verify$/.test(calleeName(call) ?? '')) return { kind: 'error-dropped', node: call };
    // `(_, decoded) => next()`
    if (
      error?.type === 'Identifier' &&
      callback.params.length > 1 &&
      (findVariable(error)?.references.length ?? 0) === 0
    )
      return { kind: 'error-dropped', node: call };
    return null;
  }
  const holder = outward(call);
  const isPromise = /^(?:jwtVerify|verifyAsync|compactVerify|flattenedVerify|generalVerify)$/.test(
    calleeName(call) ?? '',
  );
  if (holder?.type === 'ExpressionStatement' && isPromise) return { kind: 'not-awaited', node: call };
  if (holder?.type === 'MemberExpression' && memberName(holder) === 'catch') {
    const handled = outward(holder);
    const handler = handled?.type === 'CallExpression' ? handled.arguments[0] : null;
    if (
      handler &&
      isFunction(handler) &&
      handler.body.type === 'BlockStatement' &&
      handler.body.body.length === 0 &&
      isStatement(handled!)
    )
      return { kind: 'error-dropped', node: call };
  }
  const statement = holder?.type === 'AwaitExpression' ? outward(holder) : holder;
  const block = statement?.type === 'ExpressionStatement' ? statement.parent : null;
  const attempt = block?.parent?.type === 'TryStatement' && block.parent.block === block ? block.parent : null;
  if (
    attempt?.handler &&
    attempt.handler.body.body.every((each) => isLogging(each)) &&
    block?.type === 'BlockStatement'
  ) {
    // What stands in the `try` after the check runs only for good tokens.
    const isLast = block.body.at(-1) === statement;
    if (isLast) return { kind: 'error-dropped', node: call };
  }
  return null;
}

const isStatement = (node: Node): boolean => {
  const holder = outward(node);
  return (
    holder?.type === 'ExpressionStatement' ||
    (holder?.type === 'AwaitExpression' && outward(holder)?.type === 'ExpressionStatement')
  );
};

const isLogging = (statement: Node): boolean =>
  statement.type === 'ExpressionStatement' &&
  statement.expression.type === 'CallExpression' &&
  /^(?:log|warn|info|debug|error|trace)$/.test(calleeName(statement.expression) ?? '');

/** `JSON.parse(Buffer.from(…).toString())`. */
function outermost(call: Node): Node {
  let node = call;
  for (let up = outward(node); up; up = outward(node)) {
    const then = up.type === 'MemberExpression' && unwrap(up.object) === unwrap(node) ? outward(up) : null;
    if (then?.type === 'CallExpression' && unwrap(then.callee) === up) node = up;
    else if (
      up.type === 'CallExpression' &&
      (up.callee === node || /^(?:parse|decode|decodeURIComponent|String)$/.test(calleeName(up) ?? ''))
    )
      node = up;
    else return node;
  }
  return node;
}

/** Whether a token is one that a client sent: read from the request, or a parameter named for one whose callers aren't known to give another's. */
function isFromClient(node: Node): boolean {
  if (isRequestRead(node)) return true;
  let value = unwrapAwait(node);
  if (value.type === 'CallExpression') value = unwrapAwait(receiverOf(value) ?? value);
  if (value.type !== 'Identifier') return false;
  const binding = getBinding(value);
  return (
    binding.kind === 'parameter' &&
    /^(?:token|jwt|accessToken|access_token|bearer|bearerToken|authToken|authorization|rawToken)$/.test(value.name)
  );
}

const CLAIMS =
  /^(?:sub|userId|user_id|uid|id|role|roles|isAdmin|admin|scope|scopes|permissions|email|tenantId|tenant|org|orgId|username|user|accountId|groups)$/;

/** Names by which the rest of a program knows the caller. */
const IDENTITY = /^(?:user|auth|userId|claims|payload|session|currentUser|account|principal|viewer)$/;

/** Whether what is decoded becomes who the caller is: claims of identity are read, or it is handed on whole. */
function decides(call: Node, file: BackendFile): boolean {
  let holder = outward(call);
  while (holder && (holder.type === 'AwaitExpression' || holder.type === 'LogicalExpression')) holder = outward(holder);
  if (!holder) return false;
  switch (holder.type) {
    case 'MemberExpression':
      return CLAIMS.test(memberName(holder) ?? '') || (memberName(holder) === 'payload' && decides(holder, file));
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
      return isGiver(enclosingFunction(call));
    case 'AssignmentExpression': {
      const left = holder.left;
      if (left.type === 'MemberExpression') return IDENTITY.test(memberName(left) ?? '');
      return left.type === 'Identifier' && isRead(left, call, file);
    }
    case 'VariableDeclarator':
      if (holder.id.type === 'ObjectPattern')
        return holder.id.properties.some(
          (each) =>
            each.type === 'Property' &&
            (CLAIMS.test(keyName(each.key, each.computed) ?? '') || keyName(each.key, each.computed) === 'payload'),
        );
      return holder.id.type === 'Identifier' && isRead(holder.id, call, file);
    case 'Property':
      return true;
    case 'CallExpression':
      return calleeName(holder) === 'set';
    default:
      return false;
  }
}

/** A function that gives the claims to its callers as if they were true. */
function isGiver(fn: FunctionNode | null): boolean {
  const text = fn ? sourceText(fn) : '';
  const parent = fn?.parent;
  const name =
    fn?.id?.name ??
    (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier'
      ? parent.id.name
      : parent?.type === 'MethodDefinition'
        ? keyName(parent.key, parent.computed)
        : null);
  return /verif|auth|valid|user|session|current|claims|identity|guard/i.test(name ?? '') && !/header|kid\b/.test(text);
}

/** Whether claims of identity are read from a name, or it is handed on. */
function isRead(id: TSESTree.Identifier, call: Node, file: BackendFile): boolean {
  const references = findVariable(id)?.references ?? [];
  return references.some(({ identifier }) => {
    const node = identifier as Node;
    if (node.range[0] < call.range[1]) return false;
    const holder = outward(node);
    if (holder?.type === 'MemberExpression')
      return (
        CLAIMS.test(memberName(holder) ?? '') ||
        (memberName(holder) === 'payload' &&
          (outward(holder)?.type !== 'MemberExpression' ||
            CLAIMS.test(memberName(outward(holder) as TSESTree.MemberExpression) ?? '')))
      );
    if (holder?.type === 'AssignmentExpression' && holder.right === node)
      return holder.left.type === 'MemberExpression';
    // `return { user }` of a context.
    if (holder?.type === 'Property') return IDENTITY.test(keyName(holder.key, holder.computed) ?? '');
    if (holder?.type === 'ReturnStatement') return isGiver(enclosingFunction(call));
    if (holder?.type === 'VariableDeclarator' && holder.id.type === 'ObjectPattern')
      return holder.id.properties.some(
        (each) => each.type === 'Property' && CLAIMS.test(keyName(each.key, each.computed) ?? ''),
      );
    return holder?.type === 'CallExpression' && calleeName(holder) === 'set' && isInside(holder, file.ast);
  });
}

/** A function that also checks a signature by hand, or by a key set. */
function isVerifiedElsewhere(call: Node, file: BackendFile): boolean {
  for (let fn = enclosingFunction(call); fn; fn = enclosingFunction(fn)) {
    const names = allOf(fn, ['CallExpression']).map((each) => calleeName(each) ?? '');
    if (names.some((name) => /verif|createHmac|introspect|validateToken|checkToken/i.test(name))) return true;
  }
  return file.kind === 'test';
}
