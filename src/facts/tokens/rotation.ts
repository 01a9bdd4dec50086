import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { Route } from '../../model/route.js';
import type { FunctionNode, Node } from '../../syntax/ast.js';
import { enclosingFunction, hasBody, isInside } from '../../syntax/nodes.js';
import { addressesOf } from '../applications/addresses.js';
import { allCalled, effectsOf } from '../effects.js';
import { routesOf } from '../routes.js';
import { routesServedBy } from '../serving.js';
import { tokensOf } from '../tokens.js';

/** An endpoint that hands out an access token for a refresh token, which stays as good as it was. */
export interface StandingRefresh {
  readonly route: Route;
  /** The expression of the handler that signs the token, or that leads to it. */
  readonly node: Node;
  /** It hands out a new refresh token as well, beside the old one. */
  readonly isRenewed: boolean;
}

const REFRESHES = /refresh|renew|token/i;
const REFRESH_TOKEN = /refresh_?token|refresh|\brt\b/i;
const MAX_DEPTH = 3;
const MAX_FUNCTIONS = 25;

/** Every such endpoint whose handler stands in a file. */
export const standingRefreshesOf = (file: BackendFile): readonly StandingRefresh[] => file.memo(findAll);

function findAll(file: BackendFile): StandingRefresh[] {
  if (!/refresh/i.test(file.text)) return [];
  const own = routesOf(file).flatMap(({ handler }) => (handler?.fn && fileOf(handler.fn) === file ? [handler.fn] : []));
  const others = file.index.functions.filter(
    (fn) => fn.params.length > 0 && enclosingFunction(fn) === null && /refresh/i.test(sourceText(fn)),
  );
  return [...new Set([...own, ...others])].flatMap((fn) => findStanding(fn) ?? []);
}

function findStanding(handler: FunctionNode): StandingRefresh | null {
  if (!hasBody(handler)) return null;
  const functions = new Map<FunctionNode, Node | null>([[handler, null]]);
  addCalled(handler, null, functions, 0);
  let site: Node | null = null;
  let signs = 0;
  for (const [fn, from] of functions)
    for (const use of tokensOf(fileOf(fn)))
      if (use.does === 'sign' && isInside(use.node, fn)) {
        signs++;
        site ??= from ?? use.node;
      }
  if (!site) return null;
  const routes = routesServedBy(handler);
  const route = routes.find(isRefresh);
  if (!route || ![...functions.keys()].some((fn) => REFRESH_TOKEN.test(sourceText(fn)))) return null;
  if (isRotated(handler, [...functions.keys()])) return null;
  return { route, node: site, isRenewed: signs > 1 };
}

/** The project's functions that a function calls, each with the call of the handler that leads there. */
function addCalled(
  fn: FunctionNode,
  from: Node | null,
  functions: Map<FunctionNode, Node | null>,
  depth: number,
): void {
  for (const { call, target } of allCalled(fn, fileOf(fn))) {
    if (functions.has(target) || functions.size > MAX_FUNCTIONS) continue;
    functions.set(target, from ?? call);
    if (depth < MAX_DEPTH) addCalled(target, from ?? call, functions, depth + 1);
  }
}

/** `POST /auth/refresh`, `refreshToken`: not a login that hands out both, nor what only ends a session. */
function isRefresh(route: Route): boolean {
  if (!/^(?:GET|POST|PUT|PATCH|MUTATION|QUERY|ALL)$/.test(route.verb)) return false;
  return addressesOf(route).some((path) => {
    const last = (path ?? '').split('/').slice(-2).join('/');
    return /refresh|renew/i.test(last) && REFRESHES.test(last) && !/log-?out|revoke|cache/i.test(last);
  });
}

/** Calls by which the old token ends: by name, where what they do can't be seen. */
const ENDS =
  /\b\w*(?:revok|rotat|blacklist|blocklist|denylist|invalidat|consume|markUsed|mark_used|expire[A-Z])\w*\s*\(|\b(?:del|getdel|getDel|GETDEL|unlink|hdel|hDel|srem|sRem|destroy)\s*\(|\b(?:redis|cache|kv|store|session)\w*\.(?:set|put|setex|setEx)\s*\(/i;
/** What a store of tokens, or the columns that hold them, are called. */
const STORES = /token|session|refresh|jti|revoked|family|version|hash|device|grant|credential/i;

/** Whether the old token is replaced or ended anywhere on the way. */
function isRotated(handler: FunctionNode, functions: readonly FunctionNode[]): boolean {
  if (functions.some((fn) => ENDS.test(sourceText(fn)))) return true;
  return effectsOf(handler).effects.some(({ kind, node, file, query }) => {
    if (!/^(?:delete|set|upsert|increment)$/.test(kind)) return false;
    const whole = query?.run ?? node;
    return STORES.test(file.text.slice(...whole.range));
  });
}
