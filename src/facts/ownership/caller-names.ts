import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, decoratorName, decoratorsOf, literalText, memberName } from '../../syntax/nodes.js';

/** Words by which code names who is asking, or what he belongs to. */
const WORDS = new Set(
  'user session auth viewer principal actor caller identity claims tenant org organization organisation workspace team company account member customer me owner jwt credentials uid sub requester payload authorizer locals impersonator profile household merchant'.split(
    ' ',
  ),
);
/** What ends so is code, not a value. */
const CODE =
  /(?:service|repo|repository|model|controller|schema|dto|table|dao|store|client|guard|module|router|routes|config|cache|queue|logger|mailer|validator|factory|provider|manager|handler|gateway|collection|delegate|entity|type|input|args|params|body|query|filter|where|middleware|error|exception|name)s?$/i;

/** Whether a name is one of who is asking: `user`, `currentUserId`, `session`, `tenantId`. */
export function isCallerName(name: string): boolean {
  if (CODE.test(name) || /^[A-Z_]+$/.test(name)) return false;
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[_-]/g, ' ')
    .toLowerCase()
    .split(' ');
  return words.some((word) => WORDS.has(word));
}

/** Changes or reads users rather than telling who asks. */
const ABOUT_USERS =
  /^(?:create|update|delete|remove|add|list|find|save|insert|upsert|invite|count|search|notify|register|set|map|to|format|serialize|sanitize|hash|send)(?![a-z])/;

/** Whether a call tells who is asking: `getServerSession()`, `auth()`, `c.get('user')`, `jwt.verify(token)`, `cls.get('tenant')`. */
export function isCallerCall(call: TSESTree.CallExpression): boolean {
  const name = calleeName(call) ?? '';
  if (
    /^(?:getStore|jwtVerify|verifyToken|verifyJwt|verifyAccessToken|decodeToken|validateRequest|getAuth|getToken)$/.test(
      name,
    )
  )
    return true;
  if (name === 'verify')
    return call.callee.type === 'MemberExpression' && /jwt|token|auth/i.test(lastName(call.callee.object) ?? '');
  if (/^(?:get|var|header|getHeader|inject|use)$/.test(name))
    return call.arguments.some((argument) => isCallerName((literalText(argument) ?? '').replace(/^x-/i, '')));
  return /^[a-z]/.test(name) && !ABOUT_USERS.test(name) && isCallerName(name);
}

const lastName = (node: Node): string | null =>
  node.type === 'Identifier' ? node.name : node.type === 'MemberExpression' ? memberName(node) : null;

/** `@CurrentUser() user`, `@Session() session`, `@GetUser('id') id`. */
export const isCallerParameter = (parameter: Node): boolean =>
  decoratorsOf(parameter).some((decorator) => isCallerName(decoratorName(decorator) ?? ''));

/** Functions that decide who may do something. */
const DECIDES =
  /authori[sz]|permission|permitted|polic(?:y|ies)|abilit|forbid|(?:is|has|check|ensure|assert|verify|require|validate|guard|get|throw|must|deny|enforce)\w*(?:access|owner|member(?:ship)?|role|belongs?|allow|scope|tenan|rights?|admin)|belongsTo|ownedBy|sameUser|isOwn|isMine|^enforce|^scoped?/i;

/** Whether a function's name says that it decides who may do something. */
export const decides = (name: string): boolean =>
  (DECIDES.test(name) || /^(?:can|may|cannot)(?:[A-Z_]|$)/.test(name)) &&
  !/^(?:set|create|update|list|add|remove|delete)/i.test(name);
