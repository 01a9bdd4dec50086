import { fileOf } from '../../model/file.js';
import type { FunctionNode, Node } from '../../syntax/ast.js';
import { isFunction, isInside, keyName } from '../../syntax/nodes.js';
import { routesOf } from '../routes.js';

/** Words in the address or the function's name of what takes passwords, codes and tokens. */
const CREDENTIAL =
  /log-?_?in\b|log[iI]n|sign-?_?(?:in|up)\b|sign(?:In|Up)|register|registration|password|passwd|\/auth\/?$|authenticate|token|otp\b|2fa|mfa|credential|reset-?[pP]assw/;
/** A field of the body that the code around takes for a credential. */
const READS_CREDENTIAL =
  /\b(?:password|passwd|currentPassword|newPassword|clientSecret|client_secret|otp|refreshToken|refresh_token|pin)\b/;

/** Whether code handles a request that carries credentials: by its route, its function's name, or the fields that it reads. */
export function isCredentialCode(node: Node): boolean {
  const file = fileOf(node);
  for (const route of routesOf(file)) {
    const fn = route.handler?.fn;
    const isOwn = (fn && fileOf(fn) === file && isInside(node, fn)) || isInside(node, route.node);
    if (isOwn && CREDENTIAL.test(route.path ?? '')) return true;
  }
  for (let up = node.parent; up; up = up.parent)
    if (isFunction(up)) {
      if (CREDENTIAL.test(nameOf(up) ?? '')) return true;
      const isWhole = !isFunction(up.parent);
      if (
        isWhole &&
        up.range[1] - up.range[0] < 4000 &&
        READS_CREDENTIAL.test(withoutTexts(file.text.slice(...up.range)))
      )
        return true;
    }
  return false;
}

const withoutTexts = (code: string): string => code.replaceAll(/'[^'\n]*'|"[^"\n]*"|\/\/[^\n]*/g, '');

function nameOf(fn: FunctionNode): string | null {
  if (fn.id) return fn.id.name;
  const { parent } = fn;
  if (parent.type === 'VariableDeclarator') return parent.id.type === 'Identifier' ? parent.id.name : null;
  if (parent.type === 'MethodDefinition' || parent.type === 'Property') return keyName(parent.key, parent.computed);
  if (parent.type === 'AssignmentExpression' && parent.left.type === 'MemberExpression')
    return keyName(parent.left.property, parent.left.computed);
  return null;
}
