import type { BackendFile } from '../model/file.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { calleeName, enclosingFunction, literalText, outward, unwrap } from '../syntax/nodes.js';
import { allOf } from '../syntax/walk.js';
import { findVariable, getBinding } from './bindings.js';
import { denote } from './entities.js';
import { builtText, type TextPart } from './text.js';
import type { StorageAccess } from './storage.js';

/** Reads and writes of `document.cookie`: what a script can reach there isn't httpOnly. */
export function cookieAccessesOf(file: BackendFile): StorageAccess[] {
  const found: StorageAccess[] = [];
  for (const member of file.index.members.get('cookie') ?? []) {
    if (!isDocument(member.object)) continue;
    const use = outward(member);
    if (use?.type === 'AssignmentExpression' && unwrap(use.left) === member) {
      const written = writtenBy(use);
      if (written) found.push(written);
    } else found.push(...readsBy(member));
  }
  return found;
}

const access = { medium: 'cookie', store: 'document.cookie', row: null } as const;

function isDocument(node: Node): boolean {
  const entity = denote(node);
  return entity?.kind === 'instance' && entity.type.id === 'web-storage.Document';
}

/** `document.cookie = 'token=' + token + '; path=/'`; nothing for one that removes the cookie. */
function writtenBy(node: TSESTree.AssignmentExpression): StorageAccess | null {
  const key: TextPart[] = [];
  const { parts } = builtText(node.right);
  for (const [i, part] of parts.entries()) {
    if (part.kind === 'hole') {
      key.push(part);
      continue;
    }
    const equals = part.text.indexOf('=');
    if (equals < 0) {
      key.push(part);
      continue;
    }
    const before = part.text.slice(0, equals);
    if (before !== '') key.push({ ...part, text: before });
    const after = part.text.slice(equals + 1);
    const rest =
      after +
      parts
        .slice(i + 1)
        .map((each) => (each.kind === 'text' ? each.text : '\0'))
        .join('');
    if (/^\s*(?:;|$)/.test(rest) || /max-age=\s*(?:0|-)|expires=\s*(?:Thu, )?0?1[ -]Jan[ -]1970/i.test(rest))
      return null;
    const next = after === '' ? parts[i + 1] : undefined;
    return {
      ...access,
      does: 'write',
      node,
      key,
      value: next?.kind === 'hole' ? next.node : (next?.node ?? part.node),
    };
  }
  return null;
}

/** What is looked for in `document.cookie`: the names before `=` in the texts and patterns round it. */
function readsBy(member: TSESTree.MemberExpression): StorageAccess[] {
  const whole = wholeOf(member);
  const read = { ...access, does: 'read', node: whole, value: null } as const;
  const names = [whole, ...laterUses(whole)].flatMap(namesIn);
  if (names.length > 0) return names.map((name) => ({ ...read, key: [{ kind: 'text', text: name, node: whole }] }));
  const parameter = keyParameter(member);
  if (parameter) return [{ ...read, key: builtText(parameter).parts }];
  // `parse(document.cookie).token`: judged by what is taken out of it.
  return [{ ...read, key: null }];
}

/** The chain of calls and members that a value starts: `document.cookie.split('; ').find(…)?.split('=')[1]`. */
function wholeOf(node: Node): Node {
  let current = node;
  for (let up = outward(current); up; up = outward(current)) {
    const within =
      (up.type === 'MemberExpression' && unwrap(up.object) === unwrap(current)) ||
      (up.type === 'CallExpression' &&
        (unwrap(up.callee) === unwrap(current) || up.arguments.some((a) => unwrap(a) === unwrap(current))));
    if (!within || (up.type === 'CallExpression' && isStatementCall(up))) break;
    current = up;
  }
  return current;
}

/** A call made for itself (`setToken(document.cookie…)`) is no part of the chain. */
const isStatementCall = (call: TSESTree.CallExpression): boolean => outward(call)?.type === 'ExpressionStatement';

/** Where the variable that takes the value is searched: `cookies.find((row) => row.startsWith('token='))`. */
function laterUses(whole: Node): Node[] {
  const holder = outward(whole);
  if (holder?.type !== 'VariableDeclarator' || holder.id.type !== 'Identifier') return [];
  const uses = findVariable(holder.id)?.references.filter((reference) => reference.isRead()) ?? [];
  return uses.map(({ identifier }) => wholeOf(identifier as Node));
}

/** The cookies' names in the texts of an expression: `'token='`, `/(?:^|; )token=([^;]*)/`, `getAll('token')`. */
function namesIn(node: Node): string[] {
  const names: string[] = [];
  for (const text of textsIn(node))
    for (const match of text.matchAll(/([A-Za-z_@][\w@.:-]*)(?:\\s\*|\s)*=/g)) if (match[1]) names.push(match[1]);
  return names;
}

function textsIn(node: Node): string[] {
  return allOf(node, ['Literal', 'TemplateLiteral', 'BinaryExpression', 'Identifier']).flatMap((each) => {
    if (each.type === 'Literal') return 'regex' in each ? [each.regex.pattern] : [literalText(each) ?? ''];
    if (each.type === 'Identifier') return [];
    const { parts } = builtText(each);
    return [parts.map((part) => (part.kind === 'text' ? part.text : ' ')).join('')];
  });
}

/** `function getCookie(name) { … document.cookie … name + '=' … }`: the parameter that names the cookie. */
function keyParameter(member: TSESTree.MemberExpression): TSESTree.Identifier | null {
  for (let fn = enclosingFunction(member); fn; fn = enclosingFunction(fn)) {
    for (const parameter of fn.params) {
      const id = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
      if (id.type !== 'Identifier') continue;
      const variable = findVariable(id);
      const use = variable?.references.find(({ identifier }) => comparesName(identifier));
      if (use && getBinding(use.identifier as TSESTree.Identifier).kind === 'parameter')
        return use.identifier as TSESTree.Identifier;
    }
  }
  return null;
}

/** A name put before `=`, compared with a cookie's name, or used as its key. */
function comparesName(use: Node): boolean {
  const parent = outward(use);
  if (parent?.type === 'BinaryExpression') return /^(?:\+|={2,3})$/.test(parent.operator);
  if (parent?.type === 'TemplateLiteral') return parent.quasis.some(({ value }) => value.raw.includes('='));
  if (parent?.type === 'MemberExpression') return parent.computed && unwrap(parent.property) === use;
  return parent?.type === 'CallExpression' && calleeName(parent) === 'escapeRegExp';
}
