import type { BackendFile } from '../model/file.js';
import type { CookieRow } from '../model/rows/cookies.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { memberName, receiverOf, unwrap } from '../syntax/nodes.js';
import { getBinding } from './bindings.js';

/** Everything stands in one object; the name is that of the property of `cookie`. https://elysiajs.com/patterns/cookie */
export const ELYSIA_COOKIE: CookieRow = { name: '0.name', value: '0.value', options: '0' };

/** Elysia's `({ cookie: { session } }) => session.set({ value, httpOnly: true })`: the calls, with the cookies' names. */
export function elysiaCookies(file: BackendFile): { readonly call: TSESTree.CallExpression; readonly name: string }[] {
  // Attributes that a schema or the application gives every cookie.
  if (!file.index.specifiers.includes('elysia') || /\bt\.Cookie\(|new Elysia\([^)]*\bcookie\b/.test(file.text))
    return [];
  return (file.index.calls.get('set') ?? []).flatMap((call) => {
    const receiver = receiverOf(call);
    const name = receiver && call.arguments.length === 1 ? cookieName(receiver) : null;
    return name === null ? [] : [{ call, name }];
  });
}

/** The cookie that an expression is: `session` of `{ cookie: { session } }`, `cookie.session`, `ctx.cookie.session`. */
function cookieName(node: Node): string | null {
  const value = unwrap(node);
  if (value.type === 'Identifier') {
    const binding = getBinding(value);
    return binding.kind === 'parameter' && binding.path.length === 2 && binding.path[0] === 'cookie'
      ? binding.path[1]!
      : null;
  }
  if (value.type !== 'MemberExpression') return null;
  const jar = unwrap(value.object);
  if (jar.type === 'MemberExpression') return memberName(jar) === 'cookie' ? memberName(value) : null;
  const binding = jar.type === 'Identifier' ? getBinding(jar) : null;
  return binding?.kind === 'parameter' && binding.path.length === 1 && binding.path[0] === 'cookie'
    ? memberName(value)
    : null;
}
