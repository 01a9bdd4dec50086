import { secretNameKind } from '../../libraries/secrets/index.js';
import type { RequestPart } from '../../model/library.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, decoratorsOf, literalText, memberName, unwrap, unwrapAwait } from '../../syntax/nodes.js';
import { getBinding } from '../bindings.js';
import { denoteDecorator } from '../decorated-routes.js';
import { denote, rowOf } from '../entities.js';

/** Whole parts of a request, and a single header or cookie that lets its bearer in. */
export type LoggedPart = 'headers' | 'cookies' | 'body' | 'credential';

const PARTS: Readonly<Record<string, LoggedPart>> = {
  headers: 'headers',
  header: 'headers',
  rawHeaders: 'headers',
  cookies: 'cookies',
  signedCookies: 'cookies',
  body: 'body',
  rawBody: 'body',
  input: 'body',
};
const REQUEST_NAME = /^(?:req|request)$/;
/** Cookies that hold a session or a token, by their names. */
const SESSION_COOKIE = /sess|sid$|auth|jwt|token|^connect\.sid$/i;
const CREDENTIAL_HEADER = /^(?:authorization|cookie|set-cookie|proxy-authorization|x-api-key|api-key|x-auth-token)$/i;

/** The part of a request that an expression is as a whole, or a credential read from one. */
export function requestPartAt(node: Node): LoggedPart | null {
  const value = unwrapAwait(node);
  switch (value.type) {
    case 'MemberExpression':
      return partOfMember(value);
    case 'CallExpression':
      return partOfCall(value);
    case 'Identifier':
      return partOfName(value);
    default:
      return null;
  }
}

function partOfMember(node: TSESTree.MemberExpression): LoggedPart | null {
  const name = memberName(node);
  if (name === null) return null;
  const owner = denote(node.object);
  const part = owner?.kind === 'instance' ? owner.type.findMember(name)?.request : undefined;
  if (part === 'headers' || part === 'cookies' || part === 'body') return part;
  const whole = requestPartAt(node.object);
  if (whole === 'headers') return CREDENTIAL_HEADER.test(name) ? 'credential' : null;
  if (whole === 'cookies') return SESSION_COOKIE.test(name) ? 'credential' : null;
  if (whole === 'body') return null;
  const object = unwrap(node.object);
  // A request that nothing tells more of: `req` of a helper.
  return owner === null && object.type === 'Identifier' && REQUEST_NAME.test(object.name) && name !== 'input'
    ? (PARTS[name] ?? null)
    : null;
}

function partOfCall(call: TSESTree.CallExpression): LoggedPart | null {
  const name = calleeName(call) ?? '';
  const first = call.arguments[0];
  const key = call.arguments.map((each) => literalText(each)).find((text) => text !== null);
  const part = rowOf(denote(call.callee))?.request ?? partOfMethod(call);
  if (part === 'headers' || part === 'cookies') {
    if (key === undefined) return part;
    const isCredential =
      part === 'headers' ? CREDENTIAL_HEADER.test(key) || secretNameKind(key) !== null : SESSION_COOKIE.test(key);
    return isCredential ? 'credential' : null;
  }
  if (part === 'body') return 'body';
  // `request.headers.get('authorization')`
  const receiver = unwrap(call.callee);
  if (name === 'get' && key !== undefined && receiver.type === 'MemberExpression') {
    const whole = requestPartAt(receiver.object);
    if (whole === 'headers') return CREDENTIAL_HEADER.test(key) ? 'credential' : null;
    if (whole === 'cookies') return SESSION_COOKIE.test(key) ? 'credential' : null;
  }
  // `loginSchema.parse(req.body)` says what the body says.
  if (
    /^(?:parse|parseAsync|validate|validateAsync|validateSync|cast)$/.test(name) &&
    first &&
    first.type !== 'SpreadElement'
  )
    return requestPartAt(first) === 'body' ? 'body' : null;
  return null;
}

/** `ctx.cookies.get('session')`: a method that the library describes as a part itself. */
function partOfMethod(call: TSESTree.CallExpression): RequestPart | undefined {
  const callee = unwrap(call.callee);
  const owner = callee.type === 'MemberExpression' ? denote(callee.object) : null;
  return owner?.kind === 'instance' ? owner.type.findMember(calleeName(call) ?? '')?.request : undefined;
}

function partOfName(id: TSESTree.Identifier): LoggedPart | null {
  const binding = getBinding(id);
  if (binding.kind === 'parameter') {
    const parameter = binding.fn.params[binding.index]!;
    for (const decorator of decoratorsOf(parameter)) {
      const part = rowOf(denoteDecorator(decorator))?.request;
      if (
        decorator.expression.type === 'CallExpression' &&
        decorator.expression.arguments.length > 0 &&
        literalText(decorator.expression.arguments[0]!) !== null
      )
        continue;
      if (part === 'headers' || part === 'cookies' || part === 'body') return binding.path.length === 0 ? part : null;
    }
    const entity = binding.path.length > 0 ? denote(id) : null;
    return entity?.kind === 'instance' && entity.type.id === 'web.Part'
      ? (PARTS[entity.via?.name ?? ''] ?? null)
      : null;
  }
  if (binding.kind !== 'value' || !binding.init || !binding.constant) return null;
  const [name] = binding.path;
  if (name === undefined) {
    const inner = unwrapAwait(binding.init);
    return inner.type === 'Identifier' && inner.name === id.name ? null : requestPartAt(inner);
  }
  if (binding.path.length > 1) return null;
  const owner = denote(binding.init);
  const part = owner?.kind === 'instance' ? owner.type.findMember(name)?.request : undefined;
  if (part === 'headers' || part === 'cookies' || part === 'body') return part;
  const init = unwrap(binding.init);
  return owner === null && init.type === 'Identifier' && REQUEST_NAME.test(init.name) ? (PARTS[name] ?? null) : null;
}
