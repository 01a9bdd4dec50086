import { isTokenName } from '../libraries/secrets/index.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import {
  calleeName,
  closest,
  enclosingFunction,
  keyName,
  literalText,
  memberName,
  outward,
  unwrap,
  wrapped,
} from '../syntax/nodes.js';
import { findVariable } from './bindings.js';
import { isNamedForToken } from './stored-tokens.js';

/** Whether what becomes of a value that was read from storage shows that it is a token. */
export function readMeansToken(read: Node): boolean {
  const value = outermost(read);
  if (goesIntoAuthorization(value)) return true;
  const holder = outward(value);
  switch (holder?.type) {
    case 'VariableDeclarator':
      return takesToken(holder.id);
    case 'AssignmentExpression': {
      const target = unwrap(holder.left);
      const name =
        target.type === 'Identifier' ? target.name : target.type === 'MemberExpression' ? memberName(target) : null;
      return name !== null && isTokenName(name);
    }
    case 'Property':
      return isTokenName(keyName(holder.key, holder.computed) ?? '');
    case 'MemberExpression':
      return unwrap(holder.object) === unwrap(value) && isTokenName(memberName(holder) ?? '');
    case 'ReturnStatement':
    case 'ArrowFunctionExpression': {
      const fn = holder.type === 'ReturnStatement' ? enclosingFunction(holder) : holder;
      return fn !== null && isNamedForToken(fn, /^(?:get|load|read|fetch|find|retrieve)/);
    }
    default:
      return false;
  }
}

/** Through `await`, `JSON.parse(…)`, `parse(…)` and a fallback. */
function outermost(node: Node): Node {
  let current = wrapped(node);
  for (let up = outward(current); up; up = outward(current)) {
    const through =
      up.type === 'AwaitExpression' ||
      (up.type === 'LogicalExpression' && up.operator !== '&&') ||
      (up.type === 'ConditionalExpression' && unwrap(up.test) !== unwrap(current)) ||
      (up.type === 'CallExpression' &&
        up.arguments.some((argument) => unwrap(argument) === unwrap(current)) &&
        /^(?:parse|parseCookies?|decodeURIComponent|String|safeParse|parseJson|parseJSON)$/.test(calleeName(up) ?? ''));
    if (!through) return current;
    current = up;
  }
  return current;
}

/** A declared name that says token, a pattern that takes one out, or a variable whose token is read later. */
function takesToken(id: Node): boolean {
  if (id.type === 'ObjectPattern')
    return id.properties.some(
      (property) => property.type === 'Property' && isTokenName(keyName(property.key, property.computed) ?? ''),
    );
  if (id.type !== 'Identifier') return false;
  if (isTokenName(id.name)) return true;
  return (findVariable(id)?.references ?? []).some(({ identifier }) => {
    const use = wrapped(identifier);
    if (goesIntoAuthorization(use)) return true;
    const parent = outward(use);
    if (parent?.type === 'MemberExpression')
      return unwrap(parent.object) === unwrap(use) && isTokenName(memberName(parent) ?? '');
    // `const raw = localStorage.getItem('auth'); const { token } = JSON.parse(raw)`
    const parsed = outermost(use);
    const holder = parsed === use ? null : outward(parsed);
    if (holder?.type === 'MemberExpression') return isTokenName(memberName(holder) ?? '');
    return holder?.type === 'VariableDeclarator' && holder.id !== id && takesToken(holder.id);
  });
}

/** `Bearer ${value}`, `{ Authorization: value }`, `headers.set('Authorization', value)`. */
function goesIntoAuthorization(value: Node): boolean {
  const holder = outward(value);
  if (holder?.type === 'TemplateLiteral') return /\b(?:Bearer|Token|JWT)\s*$/.test(textBefore(holder, value));
  if (holder?.type === 'BinaryExpression') return /\b(?:Bearer|Token|JWT)\s*$/.test(literalText(holder.left) ?? '');
  if (holder?.type === 'Property') return isAuthorization(keyName(holder.key, holder.computed));
  if (holder?.type === 'AssignmentExpression') {
    const target = unwrap(holder.left);
    return target.type === 'MemberExpression' && isAuthorization(memberName(target));
  }
  if (holder?.type === 'CallExpression' && /^(?:set|append|setRequestHeader|setHeader)$/.test(calleeName(holder) ?? ''))
    return isAuthorization(holder.arguments[0] ? literalText(holder.arguments[0]) : null);
  return false;
}

const isAuthorization = (name: string | null): boolean =>
  name !== null && /^(?:proxy-)?authorization$|^x-(?:auth|access)-token$/i.test(name);

function textBefore(template: TSESTree.TemplateLiteral, hole: Node): string {
  const index = template.expressions.findIndex((each) => unwrap(each) === unwrap(hole));
  return template.quasis[index]?.value.raw ?? '';
}

/** The header's property that a value ends in, for edits: `Authorization: \`Bearer ${value}\``. */
export function findAuthorizationProperty(value: Node): TSESTree.Property | null {
  const property = closest(value, 'Property');
  return property && isAuthorization(keyName(property.key, property.computed)) ? property : null;
}
