import { fileOf, sourceText } from '../../model/file.js';
import type { Guard, Route } from '../../model/route.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { unwrapAwait } from '../../syntax/nodes.js';
import { moduleOf } from '../guard-names.js';
import { guardsOf } from '../route-guards.js';
import { argumentAt, constantOf, follow } from '../values.js';
import { allIn, COOKIE_READ } from './cookie-auth.js';
import { corsFaultsOf } from './cors.js';
import { isCovered } from './coverage.js';
import { credentialKindOf } from './credential-routes.js';
import { isFromPackage } from './purposes.js';

/** What makes a route take requests that another site's page sends in a user's name. */
export interface Forgery {
  /** The cookie that browsers send along: a session's or one that is read by hand. */
  readonly by: 'session' | 'cookie';
  readonly reach: 'form' | 'bodyless';
}

/** Sessions whose cookie has no `SameSite` unless it is told to; where their cookie's options stand. */
const SESSIONS: Readonly<Record<string, readonly string[]>> = {
  'express-session': ['0.cookie.sameSite'],
  'cookie-session': ['0.sameSite'],
  'koa-session': ['0.sameSite', '1.sameSite'],
  'koa-generic-session': ['0.cookie.sameSite'],
  '@fastify/session': ['1.cookie.sameSite'],
  '@fastify/secure-session': ['1.cookie.sameSite'],
};
const SAME_SITE = /sameSite['"]?\s*:\s*(?:['"](?:strict|lax)['"]|true)/i;
const CHECKS_LATER = /webhook|callback|callbacks?$|oauth|saml|login|signin|signup|register/i;

/** How a mutating route can be reached by a forged request; null where it can't, or that isn't known. */
export function findForgery(route: Route): Forgery | null {
  if (route.verb !== 'POST' && !(/^(?:PUT|PATCH|DELETE)$/.test(route.verb) && letsPreflightsPass(route))) return null;
  if (CHECKS_LATER.test(route.path ?? '') || credentialKindOf(route)) return null;
  // https://svelte.dev/docs/kit/configuration#csrf: forms of other origins are refused.
  if (route.library.name === 'sveltekit') return null;
  const guards = guardsOf(route);
  const by = cookieOf(route, guards) ?? sessionOf(guards);
  if (!by || !isForUsers(route, by) || isCovered(route, 'csrf')) return null;
  const reach = reachOf(route, guards);
  return reach && { by, reach };
}

/** Foreign pages may send what needs a preflight where CORS lets them with credentials. */
function letsPreflightsPass(route: Route): boolean {
  const file = fileOf(route.node);
  return allIn(file, /credentials/).some((path) => {
    const other = path === file.path ? file : file.project.open(path);
    return other !== null && corsFaultsOf(other).some(({ kind }) => kind === 'reflected' || kind === 'pattern');
  });
}

function sessionOf(guards: readonly Guard[]): 'session' | null {
  for (const { node } of guards) {
    const module = moduleOf(node) ?? '';
    const positions = SESSIONS[module];
    if (!positions) continue;
    const made = follow(unwrapAwait(node));
    const call = made.type === 'CallExpression' ? made : registering(node);
    if (call && isOpen(call, optionsPosition(call, positions))) return 'session';
  }
  return null;
}

/** koa-session takes its options before or after the application. */
function optionsPosition(call: TSESTree.CallExpression, positions: readonly string[]): string {
  const first = call.arguments[0];
  return positions.length > 1 && first && follow(first).type !== 'ObjectExpression' ? positions[1]! : positions[0]!;
}

const registering = (node: Node): TSESTree.CallExpression | null =>
  node.parent?.type === 'CallExpression' && node.parent.arguments[0] === node ? node.parent : null;

/** No `SameSite`, or one that lets everything through. */
function isOpen(call: TSESTree.CallExpression, position: string): boolean {
  const given = argumentAt(call, position);
  if (given === 'absent') return true;
  const constant = given === 'unknown' ? undefined : constantOf(given);
  return constant === false || (typeof constant === 'string' && constant.toLowerCase() === 'none');
}

/** A token in a cookie that an authentication reads, and that no place of the package sets with `SameSite`. */
function cookieOf(route: Route, guards: readonly Guard[]): 'cookie' | null {
  const file = fileOf(route.node);
  const isGuarded = guards.some(({ fn }) => fn !== null && readsCookie(fn));
  if (!isGuarded && !(route.handler?.fn && readsCookie(route.handler.fn))) return null;
  const sets = allIn(file, /\.cookie\(|cookies\.set\(|cookies\(\)|setCookie\(|setSignedCookie\(|set-cookie/i);
  const texts = sets.map((path) => (path === file.path ? file : file.project.open(path))?.text ?? '');
  if (texts.length === 0 || texts.some((text) => SAME_SITE.test(text))) return null;
  // A handler that reads a cookie may read anybody's: only where the code lets that cookie through is it known.
  return isGuarded || texts.some((text) => /sameSite['"]?\s*:\s*['"]none['"]/i.test(text)) ? 'cookie' : null;
}

function readsCookie(fn: FunctionNode): boolean {
  const text = sourceText(fn);
  if (/csrf/i.test(text)) return false;
  // What takes a bearer token as well may be used by scripts only; the cookie counts all the same, unless it is second.
  return (
    COOKIE_READ.test(text) ||
    (/\bcookies\(\)/.test(text) && /\.get\(\s*['"][\w-]*(?:token|session|sid|jwt|auth)[\w-]*['"]/i.test(text))
  );
}

/** Someone is asked for: a guard authenticates, or the handler uses the session. */
function isForUsers(route: Route, by: Forgery['by']): boolean {
  if (by === 'cookie' || isCovered(route, 'authentication')) return true;
  const fn = route.handler?.fn;
  return fn != null && /\bsession\b|\b(?:req|request|ctx\.state)\.user\b/.test(sourceText(fn));
}

const FORMS = /^(?:urlencoded|bodyParser|koaBody|formbody)$/;

function reachOf(route: Route, guards: readonly Guard[]): Forgery['reach'] | null {
  const takesForms = guards.some(
    (guard) =>
      /^(?:koa-bodyparser|@koa\/bodyparser|koa-body|@fastify\/formbody|multer|@koa\/multer|express-fileupload)$/.test(
        moduleOf(guard.node) ?? '',
      ) ||
      (isFromPackage(guard.node, 'body-parser') && FORMS.test(guard.name ?? '')),
  );
  if (takesForms || route.library.name === 'nestjs') return 'form';
  const fn = route.handler?.fn;
  if (!fn) return null;
  const text = sourceText(fn);
  if (/\bformData\(|parseBody\(|readFormData|readMultipart/.test(text)) return 'form';
  return /\bbody\b|\.json\(\s*\)|readBody|\.valid\(/.test(
    text.replaceAll(/\b(?:res|reply|c|ctx)\.(?:json|body|send)\b/g, ''),
  )
    ? null
    : 'bodyless';
}
