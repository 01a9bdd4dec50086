import { type BackendFile, fileOf, sourceText } from '../model/file.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import {
  calleeName,
  classOfThis,
  enclosingFunction,
  findProperty,
  keyName,
  memberName,
  unwrap,
  unwrapAwait,
} from '../syntax/nodes.js';
import { getBinding } from './bindings.js';
import { denote } from './entities.js';
import { builtText } from './text.js';
import { alternatives, argumentAt, constantOf, follow, propertyIn, textOf } from './values.js';

/** A request for authorization whose answer can't be told from one that an attacker began. */
export interface UnboundAuthorization {
  readonly node: Node;
  readonly kind: 'strategy' | 'url' | 'guessable';
  /** What the state is, where it can be guessed. */
  readonly state: string;
}

export const unboundAuthorizationsOf = (file: BackendFile): readonly UnboundAuthorization[] => file.memo(findUnbound);

/** Strategies on passport-oauth2, which sends no state unless told to; auth0, openidconnect and azure-ad always do. */
const STRATEGIES =
  /^passport-(?:oauth2|google-oauth20|google-oauth2|github2?|gitlab2|facebook|linkedin-oauth2|microsoft|discord|slack-oauth2|slack|spotify|bitbucket-oauth2|bitbucket-oauth20|dropbox-oauth2|twitch|zoom-oauth2|salesforce|reddit|line|kakao|naver|instagram|stripe|yandex|vkontakte)$/;

function findUnbound(file: BackendFile): UnboundAuthorization[] {
  const found: UnboundAuthorization[] = [];
  for (const made of file.index.news) if (isStrategy(made.callee)) add(found, ofStrategy(made, file));
  for (const calls of file.index.calls.values())
    for (const call of calls) {
      if (call.callee.type === 'Super') {
        const base = classOfThis(call)?.superClass;
        const mixed =
          base && unwrap(base).type === 'CallExpression'
            ? (unwrap(base) as TSESTree.CallExpression).arguments[0]
            : base;
        if (mixed && mixed.type !== 'SpreadElement' && isStrategy(mixed)) add(found, ofStrategy(call, file));
      }
    }
  for (const name of [
    'generateAuthUrl',
    'authorizeURL',
    'authorizationUrl',
    'generateAuthorizationUrl',
    'buildAuthorizationUrl',
    'getAuthorizationUrl',
  ])
    for (const call of file.index.calls.get(name) ?? []) add(found, ofBuilder(call, name));
  // arctic: `(state, scopes)`, or with PKCE `(state, verifier, scopes)`.
  for (const call of file.index.specifiers.includes('arctic')
    ? (file.index.calls.get('createAuthorizationURL') ?? [])
    : []) {
    const [state] = call.arguments;
    if (state && state.type !== 'SpreadElement' && call.arguments.length < 3 && isGuessable(state))
      found.push({ node: state, kind: 'guessable', state: textAt(state) });
  }
  for (const object of file.index.objects) add(found, ofParameters(object));
  for (const text of file.index.strings) add(found, ofText(text, file));
  found.push(...ofSetters(file));
  for (const call of file.index.calls.get('authenticate') ?? []) {
    const state = argumentAt(call, '1.state');
    if (typeof state !== 'string' && isGuessable(state))
      found.push({ node: state, kind: 'guessable', state: textAt(state) });
  }
  const seen = new Set<number>();
  return found.filter(({ node }) => !seen.has(node.range[0]) && seen.add(node.range[0]));
}

function add(found: UnboundAuthorization[], one: UnboundAuthorization | null): void {
  if (one) found.push(one);
}

const textAt = (node: Node): string => sourceText(node).slice(0, 50);

function isStrategy(callee: Node): boolean {
  const entity = denote(callee);
  if (entity?.kind === 'export') return STRATEGIES.test(entity.module);
  const value = unwrap(callee);
  let root: Node = value;
  while (root.type === 'MemberExpression') root = unwrap(root.object);
  if (root.type !== 'Identifier') return false;
  const binding = getBinding(root);
  if (binding.kind === 'import') return STRATEGIES.test(binding.specifier);
  const init = binding.kind === 'value' && binding.init ? follow(binding.init) : null;
  const call = init?.type === 'MemberExpression' ? unwrap(init.object) : init;
  const source = call?.type === 'CallExpression' && calleeName(call) === 'require' ? call.arguments[0] : null;
  return source?.type === 'Literal' && STRATEGIES.test(String(source.value));
}

function ofStrategy(
  made: TSESTree.NewExpression | TSESTree.CallExpression,
  file: BackendFile,
): UnboundAuthorization | null {
  if (!made.arguments[0]) return null;
  const isSaid = (name: string): boolean => {
    const node = argumentAt(made, `0.${name}`);
    return node === 'unknown' || (node !== 'absent' && constantOf(node) !== false);
  };
  if (['state', 'pkce', 'store', 'sessionKey'].some(isSaid)) return null;
  // Given where the request begins: by Passport's `authenticate`, a guard's options, `authorizationParams()`.
  const owner = made.callee.type === 'Super' ? (classOfThis(made) ?? file.ast) : file.ast;
  if (/authorizationParams|StateStore/.test(file.text.slice(...owner.range))) return null;
  if (isGivenLater(file)) return null;
  return { node: made, kind: 'strategy', state: '' };
}

/** Whether some file of the package hands a state to `authenticate`, or to a guard that does. */
function isGivenLater(file: BackendFile): boolean {
  const { project } = file;
  return [file.path, ...project.filesMentioning(file.path, /authenticate\(|getAuthenticateOptions/)].some((path) => {
    const other = path === file.path ? file : project.open(path);
    if (!other || other.kind === 'test') return false;
    return /passport\w*\.authenticate\([^)]*\bstate\b|getAuthenticateOptions[^]{0,400}\bstate\b/.test(other.text);
  });
}

/** An SDK that builds the address: googleapis, simple-oauth2, openid-client. */
function ofBuilder(call: TSESTree.CallExpression, name: string): UnboundAuthorization | null {
  const at = name === 'buildAuthorizationUrl' ? '1' : '0';
  const given = call.arguments[Number(at)];
  if (!given || given.type === 'SpreadElement') return null;
  if (!alternatives(given).some((each) => each.type === 'ObjectExpression')) return null;
  return judge(call, (option) => argumentAt(call, `${at}.${option}`));
}

const BINDS = ['state', 'code_challenge', 'codeChallenge', 'code_challenge_method', 'codeVerifier'];

function judge(node: Node, at: (option: string) => Node | 'absent' | 'unknown'): UnboundAuthorization | null {
  const challenge = BINDS.slice(1).some((option) => at(option) !== 'absent');
  const state = at('state');
  if (challenge || state === 'unknown') return null;
  if (state === 'absent') return { node, kind: 'url', state: '' };
  return isGuessable(state) ? { node: state, kind: 'guessable', state: textAt(follow(state)) } : null;
}

/** `new URLSearchParams({ client_id, redirect_uri, response_type: 'code' })`. */
function ofParameters(object: TSESTree.ObjectExpression): UnboundAuthorization | null {
  const has = (name: string): boolean => findProperty(object, name) !== null;
  if (!has('client_id') || !(has('response_type') || (has('redirect_uri') && has('scope')))) return null;
  // A request for the token itself, or the answer of a registration.
  if (has('grant_type') || has('client_secret') || has('code') || has('grant_types')) return null;
  if (isSetLater(object)) return null;
  return judge(object, (option) => {
    const found = propertyIn(object, option);
    return found === null ? 'absent' : found;
  });
}

/** `params.set('state', …)`, `params.state = …` after the object was made. */
function isSetLater(node: Node): boolean {
  const fn = enclosingFunction(node) ?? fileOf(node).ast;
  return /(?:set|append)\(\s*['"](?:state|code_challenge)|\.(?:state|code_challenge)\s*=[^=]|[?&]state=/.test(
    sourceText(fn),
  );
}

/** `https://…/authorize?client_id=…&response_type=code`. */
function ofText(
  string: TSESTree.StringLiteral | TSESTree.TemplateLiteral,
  file: BackendFile,
): UnboundAuthorization | null {
  const source = file.text.slice(...string.range);
  if (
    !/[?&]client_id=/.test(source) ||
    !/[?&](?:response_type|redirect_uri)=/.test(source) ||
    /grant_type=|client_secret=/.test(source)
  )
    return null;
  if (string.parent.type === 'BinaryExpression' || /code_challenge/.test(source)) return null;
  const { parts } = builtText(string);
  const at = parts.findIndex((part) => part.kind === 'text' && /[?&]state=$/.test(part.text));
  const next = at < 0 ? undefined : parts[at + 1];
  if (next?.kind === 'hole')
    return isGuessable(next.node) ? { node: next.node, kind: 'guessable', state: textAt(next.node) } : null;
  if (/[?&]state=/.test(source))
    return /[?&]state=[\w-]+(?:[&`'"]|$)/.test(source)
      ? { node: string, kind: 'guessable', state: 'a constant' }
      : null;
  return isSetLater(string) ? null : { node: string, kind: 'url', state: '' };
}

/** `url.searchParams.set('client_id', …)` and the rest, with no `state`. */
function ofSetters(file: BackendFile): UnboundAuthorization[] {
  const found: UnboundAuthorization[] = [];
  for (const call of [...(file.index.calls.get('set') ?? []), ...(file.index.calls.get('append') ?? [])]) {
    const name = call.arguments[0] && call.arguments[0].type !== 'SpreadElement' ? textOf(call.arguments[0]) : null;
    const value = call.arguments[1];
    if (name === 'state' && value && value.type !== 'SpreadElement' && isGuessable(value) && isAuthorization(call))
      found.push({ node: value, kind: 'guessable', state: textAt(value) });
    if (name === 'client_id' && isAuthorization(call) && !isSetLater(call))
      found.push({ node: call, kind: 'url', state: '' });
  }
  return found;
}

function isAuthorization(call: Node): boolean {
  const fn = enclosingFunction(call) ?? fileOf(call).ast;
  const source = sourceText(fn);
  return /['"]response_type['"]/.test(source) && /['"]client_id['"]/.test(source) && !/grant_type/.test(source);
}

const IDS =
  /(?:^|[_a-z])(?:user|team|workspace|org|organi[sz]ation|tenant|account|member|project|company|customer|shop|store|site|group|installation|integration|connection|environment|domain)_?(?:id|uuid|slug|name)$|^(?:id|uid|sub|slug|email|shop|userId|orgId)$/i;
const SECURE =
  /random|uuid|nanoid|sign|hmac|hash|encrypt|seal|token|nonce|csrf|secret|generate\w*state|create\w*state|verifier/i;

/** Whether a state is known to others: a constant, or only ids, as they are or encoded. */
function isGuessable(node: Node, hops = 0): boolean {
  const value = unwrapAwait(node);
  if (hops > 6) return false;
  if (typeof constantOf(value) === 'string') return true;
  switch (value.type) {
    case 'Identifier': {
      const binding = getBinding(value);
      if (binding.kind === 'value' && binding.init && binding.path.length === 0) {
        const init = unwrapAwait(binding.init);
        if (init.type !== 'Identifier' && init.type !== 'MemberExpression') return isGuessable(init, hops + 1);
      }
      return IDS.test(value.name);
    }
    case 'MemberExpression': {
      const name = memberName(value) ?? '';
      return IDS.test(name) && !SECURE.test(textAt(value));
    }
    case 'TemplateLiteral':
      return value.expressions.every((hole) => isGuessable(hole, hops + 1));
    case 'BinaryExpression':
      return value.operator === '+' && isGuessable(value.left, hops + 1) && isGuessable(value.right, hops + 1);
    case 'ObjectExpression':
      return (
        value.properties.length > 0 &&
        value.properties.every(
          (property) =>
            property.type === 'Property' &&
            !SECURE.test(keyName(property.key, property.computed) ?? '') &&
            isGuessable(property.value, hops + 1),
        )
      );
    case 'LogicalExpression':
      return isGuessable(value.left, hops + 1) && isGuessable(value.right, hops + 1);
    case 'CallExpression': {
      const name = calleeName(value) ?? '';
      if (/^(?:stringify|from|String|btoa|encodeURIComponent|encode)$/.test(name))
        return value.arguments.every(
          (each) => each.type === 'Literal' || (each.type !== 'SpreadElement' && isGuessable(each, hops + 1)),
        );
      // `c.req.param('workspaceId')`
      const [key] = value.arguments;
      if (/^(?:param|query|get|getRouterParam)$/.test(name) && key && key.type !== 'SpreadElement')
        return IDS.test(textOf(value.arguments.at(-1)!) ?? '');
      const receiver = value.callee.type === 'MemberExpression' ? value.callee.object : null;
      return name === 'toString' && receiver !== null && isGuessable(receiver, hops + 1);
    }
    default:
      return false;
  }
}
