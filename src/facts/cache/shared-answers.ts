import { isCovered } from '../applications/coverage.js';
import { allCalled } from '../effects.js';
import { guardsOf } from '../route-guards.js';
import { routesOf } from '../routes.js';
import { routesServedBy } from '../serving.js';
import { constantOf, follow } from '../values.js';
import { findCalled } from '../entities.js';
import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { Route } from '../../model/route.js';
import type { FunctionNode, Node } from '../../syntax/ast.js';
import { enclosingFunction, isInside, keyName, literalText, unwrap } from '../../syntax/nodes.js';
import { withSlashes } from '../../syntax/file-names.js';

/** An answer that shared caches may keep, of code that knows who is asking. */
export interface SharedAnswer {
  readonly node: Node;
  /** `header`: the caching header is said; `useless`: Next.js ignores it beside `cookies()`; `static`: it is forced. */
  readonly kind: 'header' | 'useless' | 'static';
  readonly value: string;
  /** By what the caller is known. */
  readonly reader: string;
}

/** Every answer of a file that is private and cached for everybody. */
export const sharedAnswersOf = (file: BackendFile): readonly SharedAnswer[] => file.memo(findShared);

const HEADER =
  /^(?:cache-control|cdn-cache-control|vercel-cdn-cache-control|surrogate-control|cloudflare-cdn-cache-control)$/i;
const SHARED = /\bpublic\b|s-maxage|(?:^|,)\s*stale-while-revalidate/i;
const PRIVATE = /\bprivate\b|no-store/i;

function findShared(file: BackendFile): SharedAnswer[] {
  return [...headersIn(file), ...segmentsIn(file), ...storesIn(file)];
}

/** Middleware and interceptors that keep whole answers by their address, whoever asked. */
const STORES = /^(?:apicache|express-cache-controller|route-cache|express-expeditious|koa-cash)$/;

/** A response cache before a route that stands behind authentication, or reads who is asking. */
function* storesIn(file: BackendFile): Generator<SharedAnswer> {
  if (!/apicache|express-expeditious|route-cache|koa-cash|CacheInterceptor/.test(file.text)) return;
  const seen = new Set<Node>();
  for (const route of routesOf(file)) {
    if (route.verb !== 'GET') continue;
    for (const { node, name, module } of guardsOf(route)) {
      const isStore =
        STORES.test(module ?? '') ||
        (name === 'CacheInterceptor' && /^@nestjs\/(?:cache-manager|common)$/.test(module ?? ''));
      if (!isStore || fileOf(node) !== file || seen.has(node)) continue;
      const reader = readerOf(route, file);
      if (reader === null) continue;
      seen.add(node);
      yield { node, kind: 'header', value: name ?? module ?? 'a response cache', reader };
    }
  }
}

function readerOf(route: Route, file: BackendFile): string | null {
  if (isCovered(route, 'authentication')) return 'the authentication before it';
  const fn = route.handler?.fn;
  const read = fn && fileOf(fn) === file ? IDENTITY.exec(file.text.slice(...fn.range)) : null;
  return read && read[0].trim();
}

/** Where a caching header is given: `setHeader('Cache-Control', …)`, `{ 'Cache-Control': … }`, a helper that sets it. */
function* headersIn(file: BackendFile): Generator<SharedAnswer> {
  for (const { node, value } of allHeaders(file)) {
    const reader = identityRound(node, file);
    if (reader === null || isSeparated(node, file)) continue;
    yield { node, kind: 'header', value, reader };
  }
  yield* helpersIn(file);
}

function* allHeaders(file: BackendFile): Generator<{ node: Node; value: string }> {
  for (const name of ['setHeader', 'set', 'header', 'append', 'setResponseHeader', 'headers'])
    for (const call of file.index.calls.get(name) ?? []) {
      const index = call.arguments.findIndex((each) => HEADER.test(literalText(each) ?? ''));
      const given = index >= 0 ? call.arguments[index + 1] : undefined;
      const value = given && textStart(given);
      if (value && isShared(value, literalText(call.arguments[index]!))) yield { node: call, value };
      // `res.set(CDN)`, the headers of another file.
      const [first] = call.arguments;
      const elsewhere = index < 0 && first && first.type !== 'SpreadElement' ? sharedIn(first, file) : null;
      if (elsewhere !== null) yield { node: call, value: elsewhere };
    }
  for (const object of file.index.objects)
    for (const property of object.properties) {
      if (property.type !== 'Property') continue;
      const name = keyName(property.key, property.computed);
      const elsewhere = name === 'headers' ? sharedIn(property.value, file) : null;
      if (elsewhere !== null) yield { node: property, value: elsewhere };
      if (!HEADER.test(name ?? '')) continue;
      const value = textStart(property.value);
      if (value && isShared(value, name)) yield { node: property, value };
    }
  // `@Header('Cache-Control', 'public, max-age=60')`
  for (const call of file.index.calls.get('Header') ?? []) {
    const [name, given] = call.arguments;
    const value = name && HEADER.test(literalText(name) ?? '') && given ? textStart(given) : null;
    if (value && isShared(value, literalText(name!)) && call.parent.type === 'Decorator') yield { node: call, value };
  }
}

/** What a CDN is told is for everybody, `public` or not. */
const isShared = (value: string, header: string | null): boolean =>
  !PRIVATE.test(value) && (SHARED.test(value) || (/cdn|surrogate/i.test(header ?? '') && /max-age=[1-9]/.test(value)));

/** The caching header among headers that stand elsewhere: under a name of this file's module level, or of another file. */
function sharedIn(given: Node, file: BackendFile): string | null {
  if (unwrap(given).type === 'ObjectExpression') return null;
  const headers = follow(given);
  if (headers.type !== 'ObjectExpression' || (fileOf(headers) === file && enclosingFunction(headers))) return null;
  for (const property of headers.properties) {
    const name = property.type === 'Property' ? keyName(property.key, property.computed) : null;
    const value = property.type === 'Property' && HEADER.test(name ?? '') ? textStart(property.value) : null;
    if (value && isShared(value, name)) return value;
  }
  return null;
}

function textStart(node: Node): string | null {
  const constant = constantOf(node);
  if (typeof constant === 'string') return constant;
  const value = follow(node);
  return value.type === 'TemplateLiteral' ? value.quasis.map(({ value: { cooked } }) => cooked).join('1') : null;
}

/** A helper of the project that sets the header on the response that it is handed. */
function* helpersIn(file: BackendFile): Generator<SharedAnswer> {
  const seen = new Set<FunctionNode | null>();
  for (const [name, calls] of file.index.calls) {
    if (!/cache|stale|revalidate|swr|public/i.test(name)) continue;
    for (const call of calls) {
      const fn = findCalled(call);
      const round = enclosingFunction(call);
      if (!fn || seen.has(round)) continue;
      const other = fileOf(fn);
      const header = [...allHeaders(other)].find(({ node }) => isInside(node, fn));
      const reader = header ? identityRound(call, file) : null;
      if (!header || reader === null || isSeparated(call, file)) continue;
      seen.add(round);
      yield { node: call, kind: 'header', value: header.value, reader };
    }
  }
}

/** Reads of who is asking, as frameworks and libraries of sessions spell them. */
const IDENTITY =
  /\b(?:req|request|ctx|c|event|context|locals)\.(?:user|session|auth|userId|currentUser|account|principal|locals\.(?:user|session))\b|\bctx\.state\.user\b|\bc\.(?:get|var)\b(?:\(\s*['"](?:user|session|jwtPayload|userId|auth|account)['"]\)|\.(?:user|session|userId))|\bevent\.context\.(?:user|session|auth)|\blocals\.(?:user|session)\b|\b(?:getServerSession|getSession|getToken|getServerAuthSession|currentUser|requireUser|requireAuth|getCurrentUser|getUserSession|requireUserSession|validateSession|getAuth|unstable_getServerSession)\(|\bauth\(\s*\)|\bauth\.getUser\(|\bcookies\(\s*\)|\b(?:req|request)\.cookies\b|\.headers(?:\.get\(\s*|\[\s*|\.)['"]?(?:authorization|cookie)\b|@(?:CurrentUser|User|Session)\(|\bgetCookie\(\s*\w+\s*,\s*['"](?:session|token|sid|auth)/i;

/** By what the handler round a node knows its caller: what it reads, or the guard before its route. */
function identityRound(node: Node, file: BackendFile): string | null {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const text = file.text.slice(...fn.range);
    const read = IDENTITY.exec(text);
    if (read) return read[0].trim();
    for (const { target } of allCalled(fn, file)) {
      const inner = IDENTITY.exec(sourceText(target));
      if (
        inner &&
        /session|user|auth|token|viewer|caller/i.test(fileOf(target).text.slice(target.range[0], target.range[0] + 120))
      )
        return inner[0].trim();
    }
    const routes = routesServedBy(fn);
    if (routes.length > 0)
      return routes.every((route) => isCovered(route, 'authentication')) ? 'the authentication before it' : null;
  }
  const method = decoratedMethod(node);
  if (method) {
    const read = IDENTITY.exec(file.text.slice(...method.range));
    if (read) return read[0].trim();
    const route = routesOf(file).find(({ node: at }) => at === method);
    return route && isCovered(route, 'authentication') ? 'the authentication before it' : null;
  }
  return null;
}

function decoratedMethod(node: Node): Node | null {
  return node.parent?.type === 'Decorator' && node.parent.parent.type === 'MethodDefinition'
    ? node.parent.parent
    : null;
}

/** `Vary: Cookie` or `Authorization` keeps the answers of callers apart. */
function isSeparated(node: Node, file: BackendFile): boolean {
  const fn = enclosingFunction(node);
  const text = fn ? file.text.slice(...fn.range) : file.text;
  return /['"`]?vary['"`]?\s*[,:(]\s*[^;\n]{0,60}\b(?:cookie|authorization|\*)/i.test(text);
}

/** Route segments of Next.js: `revalidate` and `force-static` beside reads of the caller. */
function* segmentsIn(file: BackendFile): Generator<SharedAnswer> {
  if (!/(?:^|\/)app\/(?:.*\/)?(?:page|route|layout)\.[jt]sx?$/.test(withSlashes(file.path))) return;
  const read =
    /\bcookies\(\s*\)|\bheaders\(\s*\)\s*\)?\.get\(\s*['"](?:authorization|cookie)/.exec(file.text) ??
    IDENTITY.exec(file.text);
  if (!read) return;
  for (const { id, init, parent } of file.index.declarators) {
    if (id.type !== 'Identifier' || !init || parent.parent.type !== 'ExportNamedDeclaration') continue;
    const value = constantOf(init);
    if (id.name === 'dynamic' && value === 'force-static')
      yield { node: parent, kind: 'static', value: 'force-static', reader: read[0] };
    if (id.name === 'revalidate' && typeof value === 'number' && value > 0)
      yield { node: parent, kind: 'useless', value: String(value), reader: read[0] };
  }
}
