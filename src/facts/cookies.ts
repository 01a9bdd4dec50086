import { isTokenStorageKey } from '../libraries/secrets/index.js';
import { splitWords } from '../libraries/secrets/words.js';
import { type BackendFile, fileOf, sourceText } from '../model/file.js';
import type { CookieRow } from '../model/rows/cookies.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { calleeName, findProperty, keyName, memberName, unwrap, unwrapAwait } from '../syntax/nodes.js';
import { getBinding } from './bindings.js';
import { denote, rowOf } from './entities.js';
import { ELYSIA_COOKIE, elysiaCookies } from './elysia-cookies.js';
import { namesFor } from './scope.js';
import { builtText } from './text.js';
import { isTokenValue } from './token-values.js';
import { alternatives, argumentAt, constantOf, textOf } from './values.js';

export type CookieFlag = 'httpOnly' | 'secure' | 'sameSite';
/** `set`: as it should be, or tied to the surroundings; `off`: switched off; `absent`: left to the browser. */
export type FlagState = 'set' | 'off' | 'absent' | 'unknown';

/** A cookie that a server sets, with its attributes. */
export interface Cookie {
  /** The call, the header's text, or the call that starts a session plugin. */
  readonly node: Node;
  /** The cookie's name, null where it isn't a constant; `session` for a plugin's. */
  readonly name: string | null;
  readonly value: Node | null;
  readonly flags: Readonly<Record<CookieFlag, FlagState>>;
  /** Where `sameSite` is `none`. */
  readonly isCrossSite: boolean;
  /** The object literal that holds the attributes, in whichever file; null where there is none. */
  readonly options: TSESTree.ObjectExpression | null;
  readonly row: CookieRow | null;
  /** Text of a header: `Set-Cookie: sid=…; HttpOnly`. */
  readonly isText: boolean;
}

export const cookiesOf = (file: BackendFile): readonly Cookie[] => file.memo(findCookies);

const FLAGS: readonly CookieFlag[] = ['httpOnly', 'secure', 'sameSite'];

function findCookies(file: BackendFile): Cookie[] {
  const found: Cookie[] = [];
  const names = namesFor(file, 'cookie');
  const seen = new Set<Node>();
  const add = (call: TSESTree.CallExpression, row: CookieRow | undefined): void => {
    if (!row || seen.has(call)) return;
    seen.add(call);
    const cookie = read(call, row);
    if (cookie) found.push(cookie);
  };
  for (const name of names)
    for (const call of file.index.calls.get(name) ?? []) add(call, rowOf(denote(call.callee))?.cookie);
  // A default export has the name that its file gives it; a plugin is handed to `register`.
  for (const specifier of file.index.specifiers)
    if (/session|^cookie/.test(specifier)) {
      for (const calls of file.index.calls.values())
        for (const call of calls)
          if (unwrap(call.callee).type === 'Identifier') add(call, rowOf(denote(call.callee))?.cookie);
      for (const call of file.index.calls.get('register') ?? []) {
        const plugin = call.arguments[0];
        if (plugin && plugin.type !== 'SpreadElement') add(call, rowOf(denote(plugin))?.cookie);
      }
      break;
    }
  for (const { call, name } of elysiaCookies(file)) {
    const cookie = seen.has(call) ? null : read(call, ELYSIA_COOKIE);
    if (cookie) found.push({ ...cookie, name });
  }
  found.push(...headersIn(file));
  return found;
}

function read(call: TSESTree.CallExpression, row: CookieRow): Cookie | null {
  const first = call.arguments[0];
  const isWhole =
    row.whole === true && call.arguments.length === 1 && first !== undefined && first.type !== 'SpreadElement';
  const options = isWhole ? '0' : row.options;
  const given = row.name === undefined ? null : argumentAt(call, isWhole ? '0.name' : row.name);
  const value = row.value === undefined ? null : argumentAt(call, isWhole ? '0.value' : row.value);
  const choices = choicesOf(argumentAt(call, options));
  const state = (flag: CookieFlag): FlagState => {
    // `cookie: isHttps ? { secure: true } : {}`: tied to the surroundings.
    if (choices.some((each) => isOn(each, flag))) return 'set';
    const node = argumentAt(call, `${options}.${flag}`);
    if (node === 'unknown') return 'unknown';
    if (node === 'absent') return row.sets?.includes(flag) || isDefault(call, flag) ? 'set' : 'absent';
    return stateOf(node, flag, call);
  };
  const site = argumentAt(call, `${options}.sameSite`);
  const at = argumentAt(call, options);
  const literal = typeof at === 'string' ? null : literalOf(at);
  return {
    node: call,
    name:
      row.name === undefined
        ? 'session'
        : given === null || typeof given === 'string'
          ? null
          : (textOf(given) ?? nameIn(given)),
    value: value === null || typeof value === 'string' ? null : value,
    flags: { httpOnly: state('httpOnly'), secure: state('secure'), sameSite: state('sameSite') },
    isCrossSite: typeof site !== 'string' && /^none$/i.test(textOf(site) ?? ''),
    options: literal,
    row,
    isText: false,
  };
}

/** The objects between which the attributes are chosen; none where there is only one. */
function choicesOf(node: Node | 'absent' | 'unknown'): Node[] {
  const all = typeof node === 'string' ? [] : alternatives(node);
  return all.length > 1 ? all : [];
}

function isOn(choice: Node, flag: CookieFlag): boolean {
  const found = choice.type === 'ObjectExpression' ? findProperty(choice, flag) : null;
  return found !== null && constantOf(found.value) !== false;
}

/** The name of a variable that holds a cookie's name: `REFRESH_COOKIE`. */
function nameIn(node: Node): string | null {
  const value = unwrap(node);
  return value.type === 'Identifier' ? value.name : value.type === 'MemberExpression' ? memberName(value) : null;
}

function stateOf(node: Node, flag: CookieFlag, call: TSESTree.CallExpression): FlagState {
  const value = unwrap(node);
  if (value.type === 'Identifier' && value.name === 'undefined') return isDefault(call, flag) ? 'set' : 'absent';
  const constant = constantOf(value);
  return constant === false || constant === null ? 'off' : 'set';
}

function literalOf(node: Node): TSESTree.ObjectExpression | null {
  const value = unwrapAwait(node);
  if (value.type === 'ObjectExpression') return value;
  if (value.type !== 'Identifier') return null;
  const binding = getBinding(value);
  if (binding.kind !== 'value' || !binding.init || binding.path.length > 0) return null;
  const init = unwrapAwait(binding.init);
  return init.type === 'ObjectExpression' ? init : null;
}

/** Attributes that @fastify/cookie was told to give every cookie: `register(cookie, { parseOptions: { httpOnly: true } })`. */
function isDefault(call: TSESTree.CallExpression, flag: CookieFlag): boolean {
  if (!/^(?:setCookie|cookie)$/.test(calleeName(call) ?? '')) return false;
  const file = fileOf(call);
  const { project } = file;
  if (!project.dependenciesOf(file.path)?.has('@fastify/cookie')) return false;
  return [file.path, ...project.filesMentioning(file.path, '@fastify/cookie')].some((path) => {
    const other = path === file.path ? file : project.open(path);
    return (other?.index.calls.get('register') ?? []).some((each) => {
      const found = argumentAt(each, `1.parseOptions.${flag}`);
      return typeof found !== 'string' && constantOf(found) !== false;
    });
  });
}

const SET = new Set([
  'setHeader',
  'header',
  'append',
  'set',
  'appendHeader',
  'appendResponseHeader',
  'setResponseHeader',
  'writeHead',
]);

/** `setHeader('Set-Cookie', 'sid=…; HttpOnly')`, `{ headers: { 'Set-Cookie': … } }`. */
function headersIn(file: BackendFile): Cookie[] {
  if (!/set-cookie|\bcookies\s*:/i.test(file.text)) return [];
  const texts: Node[] = [];
  for (const name of SET)
    for (const call of file.index.calls.get(name) ?? []) {
      const at = call.arguments.findIndex(
        (each) => each.type !== 'SpreadElement' && /^set-cookie$/i.test(textOf(each) ?? ''),
      );
      const value = at < 0 ? undefined : call.arguments[at + 1];
      if (value && value.type !== 'SpreadElement') texts.push(value);
    }
  for (const object of file.index.objects)
    for (const property of object.properties)
      if (
        property.type === 'Property' &&
        (/^set-cookie$/i.test(keyName(property.key, property.computed) ?? '') || isGatewayList(property, object))
      )
        texts.push(property.value);
  return texts.flatMap((node) => elementsOf(node)).flatMap((node) => readText(node) ?? []);
}

/** `{ statusCode, cookies: ['sid=…'] }`, the answer of a Lambda behind an HTTP API. */
const isGatewayList = (property: TSESTree.Property, answer: TSESTree.ObjectExpression): boolean =>
  keyName(property.key, property.computed) === 'cookies' &&
  unwrap(property.value).type === 'ArrayExpression' &&
  findProperty(answer, 'statusCode') !== null;

const elementsOf = (node: Node): Node[] => {
  const value = unwrapAwait(node);
  return value.type === 'ArrayExpression'
    ? value.elements.flatMap((each) => (each && each.type !== 'SpreadElement' ? [each] : []))
    : [value];
};

function readText(node: Node): Cookie | null {
  const value = unwrapAwait(node);
  if (
    value.type !== 'Literal' &&
    value.type !== 'TemplateLiteral' &&
    value.type !== 'BinaryExpression' &&
    value.type !== 'Identifier'
  )
    return null;
  const { parts } = builtText(value);
  const text = parts.map((part) => (part.kind === 'text' ? part.text : '\u0000')).join('');
  const name = /^\s*([\w.-]+)=/.exec(text)?.[1];
  if (name === undefined || !text.includes('=')) return null;
  const attributes = text
    .slice(text.indexOf('=') + 1)
    .split(';')
    .slice(1);
  // What stands in a hole may be any attribute.
  const isOpen =
    attributes.some((each) => each.includes('\u0000') && !/^\s*(?:path|domain|max-age|expires)\s*=/i.test(each)) ||
    (attributes.length === 0 && parts.filter(({ kind }) => kind === 'hole').length > 1);
  const has = (pattern: RegExp): FlagState =>
    attributes.some((each) => pattern.test(each)) ? 'set' : isOpen ? 'unknown' : 'absent';
  const first = parts.find((part) => part.kind === 'hole');
  return {
    node,
    name,
    value: first ? first.node : null,
    flags: { httpOnly: has(/^\s*httponly\s*$/i), secure: has(/^\s*secure\s*$/i), sameSite: has(/^\s*samesite\s*=/i) },
    isCrossSite: attributes.some((each) => /^\s*samesite\s*=\s*none/i.test(each)),
    options: null,
    row: null,
    isText: true,
  };
}

/** The attributes that a cookie lacks, in the order in which they are written; `sameSite: 'none'` lacks `secure`. */
export function missingFlags(cookie: Cookie): {
  readonly absent: readonly CookieFlag[];
  readonly off: readonly CookieFlag[];
} {
  return {
    absent: FLAGS.filter((flag) => cookie.flags[flag] === 'absent'),
    off: FLAGS.filter((flag) => cookie.flags[flag] === 'off'),
  };
}

/** Cookies that scripts have to read, or that keep nothing. */
const HARMLESS =
  /csrf|xsrf|consent|theme|locale|lang|banner|^sessions$|analytics|utm|tracking|expired|hint|logged_?in|is_?auth/i;

/** Whether a cookie lets its bearer in: by its name, or by what it holds; one that is being deleted doesn't. */
export function isCredential(cookie: Cookie): boolean {
  const { name, value, node } = cookie;
  if (value && isNothing(value)) return false;
  if (isDeleted(cookie)) return false;
  if (name !== null) {
    if (HARMLESS.test(name)) return false;
    const words = splitWords(name);
    const last = words.at(-1) ?? '';
    if (isTokenStorageKey(name) || /^(?:sid|session|sess|jwt|auth|authorization|remember|rememberme)$/.test(last))
      return true;
    if (
      /(?:session|auth|refresh|access|login|sid)[\W_]*(?:id|token|cookie|key|sid|jwt)?s?$/i.test(name) ||
      name === 'connect.sid'
    )
      return true;
    if (words.includes('session') || words.includes('jwt') || (words.includes('token') && !words.includes('push')))
      return true;
  }
  return value !== null && fileOf(node) === fileOf(value) && isTokenValue(value);
}

const isNothing = (value: Node): boolean => {
  const constant = constantOf(value);
  return constant === '' || constant === null || /^(?:deleted|null|none|loggedout)$/i.test(String(constant ?? 'x'));
};

function isDeleted({ node, row, isText }: Cookie): boolean {
  if (isText) return /max-age=0|1970|expires=\$\{new Date\(0\)/i.test(sourceText(node));
  if (!row || node.type !== 'CallExpression') return false;
  const age = argumentAt(node, `${row.options}.maxAge`);
  if (typeof age !== 'string' && (constantOf(age) === 0 || constantOf(age) === -1)) return true;
  const expires = argumentAt(node, `${row.options}.expires`);
  return typeof expires !== 'string' && /new Date\((?:0|1)\)|subMinutes|Date\.now\(\) - /.test(sourceText(expires));
}
