import { isTokenName, isTokenStorageKey } from '../libraries/secrets/index.js';
import { sourceText } from '../model/file.js';
import type { FunctionNode, Node } from '../syntax/ast.js';
import { calleeName, closest, enclosingFunction, keyName, memberName, outward, unwrap } from '../syntax/nodes.js';
import { getBinding } from './bindings.js';
import { statePathsOf, tokenPathsIn } from './stored-state.js';
import type { StorageAccess } from './storage.js';
import { readMeansToken } from './token-reads.js';
import type { TextPart } from './text.js';
import { constantOf, follow } from './values.js';
import { isFigure, isTokenValue, typeHoldsToken } from './token-values.js';

/** What a key says of its entry: a token, something harmless (a CSRF token, a coin), or nothing. */
type KeyWord = 'token' | 'harmless' | 'neutral';

/** Whether an entry of client storage is an authentication token, by its key, by its value, or by what becomes of it. */
export function isTokenEntry(access: StorageAccess): boolean {
  if (access.does === 'persist') return statePathsOf(access).length > 0;
  const word = access.key ? keyWord(access.key) : 'neutral';
  if (word === 'harmless') return false;
  switch (access.does) {
    case 'write':
      if (!access.value) return word === 'token';
      if (isFigure(access.value)) return false;
      return word === 'token' ? !isOtherObject(access.value) : isTokenValue(access.value) || isGivenAsToken(access);
    case 'read':
      return word === 'token' ? !isCleanUp(access.node) : readMeansToken(access.node);
    case 'handle':
      if (access.value && isFigure(access.value))
        return isNothing(access.value) && (word === 'token' || isHandleOfToken(access));
      return word === 'token' || isHandleOfToken(access);
  }
}

/** The words for an entry in a message: `'access_token'`, or the name of its value. */
export function entryName(access: StorageAccess): string {
  const text = access.key?.map((part) => (part.kind === 'text' ? part.text : '…')).join('') ?? '';
  return text === '' || text === '…' ? '' : text;
}

/** @see KeyWord; parts that aren't known count by their names where they stand alone. */
export function keyWord(parts: readonly TextPart[]): KeyWord {
  if (parts.length === 0) return 'neutral';
  if (parts.length === 1 && parts[0]!.kind === 'hole') return wordOf(nameOf(parts[0]!.node) ?? '');
  const text = parts.map((part) => (part.kind === 'text' ? part.text : ' x ')).join('');
  const last = parts.at(-1)!;
  if (last.kind === 'hole') {
    // `token:${symbol}` may be anybody's; `token:${userId}` is a user's.
    const own = /user|account|tenant|org|workspace|env|stage|client|app|host|profile|email|member/i.test(
      sourceText(last.node),
    );
    const before = parts
      .slice(0, -1)
      .map((part) => (part.kind === 'text' ? part.text : ' x '))
      .join('');
    const word = wordOf(before);
    return word === 'token' && !own ? 'neutral' : word;
  }
  const word = wordOf(text);
  const only = parts.length === 1 ? nameOf(last.node) : null;
  // A text that says nothing of tokens, under a name that does: `TOKEN_KEY = 'auth'`.
  return word === 'neutral' && only !== null && !/tok|jwt/i.test(text) ? wordOf(only) : word;
}

function wordOf(text: string): KeyWord {
  if (isTokenStorageKey(text)) return 'token';
  // What makes a token after it harmless is harmless itself: `csrf`, `inviteCode`, `selectedToken`.
  return text !== '' && !isTokenStorageKey(`${text}-access-token`) ? 'harmless' : 'neutral';
}

function nameOf(node: Node): string | null {
  const value = unwrap(node);
  if (value.type === 'Identifier') return value.name;
  if (value.type === 'MemberExpression') return memberName(value);
  return value.type === 'CallExpression' ? calleeName(value) : null;
}

const isNothing = (node: Node): boolean => {
  const constant = constantOf(node);
  return constant === null || constant === '';
};

/** `setItem('token', JSON.stringify({ symbol, decimals }))`: an object that is known, and known to hold none. */
function isOtherObject(node: Node): boolean {
  const value = follow(node);
  const object =
    value.type === 'CallExpression' && calleeName(value) === 'stringify' && value.arguments[0]
      ? follow(value.arguments[0])
      : value;
  if (object.type !== 'ObjectExpression') return false;
  return object.properties.every(
    (property) =>
      property.type === 'Property' &&
      !/^(?:value|token|jwt|data|raw|access|refresh|id|encrypted)$/i.test(
        keyName(property.key, property.computed) ?? 'value',
      ) &&
      !isTokenName(keyName(property.key, property.computed) ?? 'token') &&
      !isTokenValue(property.value),
  );
}

/** A value handed to a function that says what it is: `saveToken(value) { localStorage.setItem('auth', value) }`. */
function isGivenAsToken({ node, value }: StorageAccess): boolean {
  const inner = value && unwrap(value);
  if (inner?.type !== 'Identifier') return false;
  const binding = getBinding(inner);
  if (binding.kind !== 'parameter' || enclosingFunction(node) !== binding.fn) return false;
  return isNamedForToken(binding.fn, /^(?:set|save|store|write|persist|put|keep|remember|update)/);
}

/** Whether a function's name is a verb and a token: `getToken`, `saveAccessToken`. */
export function isNamedForToken(fn: FunctionNode, verb: RegExp): boolean {
  const name = functionName(fn);
  const rest = name?.replace(verb, '');
  return !!rest && rest !== name && /^[A-Z_]/.test(rest) && isTokenName(rest);
}

function functionName(fn: FunctionNode): string | null {
  if (fn.id) return fn.id.name;
  const parent = fn.parent;
  if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name;
  if (parent.type === 'Property' || parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition')
    return keyName(parent.key, parent.computed);
  return null;
}

/** `if (localStorage.getItem('token')) localStorage.removeItem('token')`: what an older version left goes. */
function isCleanUp(node: Node): boolean {
  const branch = closest(node, 'IfStatement');
  if (!branch || node.range[1] > branch.test.range[1] || branch.alternate) return false;
  const body = branch.consequent.type === 'BlockStatement' ? branch.consequent.body : [branch.consequent];
  return body.every(
    (statement) =>
      statement.type === 'ExpressionStatement' &&
      statement.expression.type === 'CallExpression' &&
      /^(?:remove|removeItem|deleteItem|del|clear)$/.test(calleeName(statement.expression) ?? ''),
  );
}

/** A handle by the name it is given, its initial value, or its type: `const [token] = useLocalStorage('auth', null)`. */
function isHandleOfToken({ node, value }: StorageAccess): boolean {
  if (value && (isTokenValue(value) || tokenPathsIn(value).length > 0)) return true;
  if (node.type !== 'CallExpression') return false;
  if (node.typeArguments?.params.some(typeHoldsToken)) return true;
  const holder = outward(node);
  const id = holder?.type === 'VariableDeclarator' ? holder.id : null;
  const name = id?.type === 'ArrayPattern' ? id.elements[0] : id;
  return name?.type === 'Identifier' && isTokenName(name.name.replace(/(?:Atom|Ref|Store|State|Storage)$/, ''));
}
