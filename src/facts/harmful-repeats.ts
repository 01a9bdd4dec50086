import type { Effect, EffectKind } from '../model/effect.js';
import { fileOf } from '../model/file.js';
import type { Route } from '../model/route.js';
import type { FunctionNode } from '../syntax/ast.js';
import { keyName } from '../syntax/nodes.js';
import { effectsOf } from './effects.js';
import { methodsAt, readsBody } from './methods.js';
import { textOf } from './values.js';

/** What must not happen twice, the worst first. */
const ORDER: readonly EffectKind[] = ['charge', 'send', 'enqueue', 'publish', 'create', 'increment', 'append'];
/** What PUT and DELETE, which clients and proxies repeat by themselves, must not do. */
const NOT_IDEMPOTENT: ReadonlySet<EffectKind> = new Set(['charge', 'send', 'increment', 'append']);

/** Routes whose repeat is a new thing on purpose, or nothing: by the words of the path or the handler's name. */
const ON_PURPOSE =
  /^(?:log_?in|sign_?in|log_?out|sign_?out|signoff|authenticate|authorize|refresh|tokens?|sessions?|oauth2?|sso|saml|otp|totp|mfa|2fa|passkeys?|webauthn|challenge|introspect|revoke|forgot|reset|recover|resend|magic_?link|search|query|lookup|suggest|autocomplete|validate|validation|preview|verify|verification|check|estimate|quote|calculate|compute|dry_?run|presign(?:ed)?|upload_?urls?|signed_?urls?|ping|health|test|debug|impersonate)$/i;
/** Rows that are written on the side of something else, and whose double harms nobody. */
const ON_THE_SIDE =
  /audit|logs?$|history|histories|activit|analytic|metric|telemetry|tracking|sessions?$|tokens?$|otps?$|logins?$|attempt|impression|revision|snapshot|cache|stats?$|outbox|backup|trace|usage|views?$|visits?$|clicks?$|codes?$|challenge|authenticator|password_?reset|verification/i;
/** Jobs that bring something up to date, however often they run. */
const REFRESHING =
  /index|sync|cache|revalidat|invalidat|clean|purge|metric|analytic|track|telemetr|log|audit|refresh|recalc|recompute|warm|update|delete|remove|expire|usage/i;

/** The worst that a repeated request to a route does a second time, or null. */
export function findHarmfulRepeat(route: Route): Effect | null {
  const fn = route.handler?.fn;
  const verbs = new Set<string>(['POST', 'PATCH', 'PUT', 'DELETE', 'MUTATION', 'ALL']);
  if (!fn || !verbs.has(route.verb) || route.proof === 'name') return null;
  const { effects } = effectsOf(fn);
  let worst: Effect | null = null;
  for (const effect of effects) {
    if (effect.repeatable || !isMeant(effect, route, fn) || isOnTheSide(effect)) continue;
    const rank = ORDER.indexOf(effect.kind);
    if (rank >= 0 && (!worst || rank < ORDER.indexOf(worst.kind))) worst = effect;
  }
  return worst && worst.kind !== 'charge' && isOnPurpose(route) ? null : worst;
}

/** Whether the route's method makes the effect a fault: anything by POST and PATCH, counting and sending by the others. */
function isMeant(effect: Effect, route: Route, fn: FunctionNode): boolean {
  if (route.verb !== 'ALL') return /^(?:PUT|DELETE)$/.test(route.verb) ? NOT_IDEMPOTENT.has(effect.kind) : true;
  const { methods, isTold } = methodsAt(effect.site, fn);
  if (!isTold) return readsBody(fn, fileOf(fn).text);
  if (methods.includes('POST') || methods.includes('PATCH')) return true;
  return (methods.includes('PUT') || methods.includes('DELETE')) && NOT_IDEMPOTENT.has(effect.kind);
}

function isOnTheSide(effect: Effect): boolean {
  if (effect.kind === 'create' || effect.kind === 'append' || effect.kind === 'increment')
    return effect.entity !== null && ON_THE_SIDE.test(effect.entity);
  if (effect.kind !== 'enqueue' && effect.kind !== 'publish') return false;
  const first = effect.node.type === 'CallExpression' ? effect.node.arguments[0] : undefined;
  const name = first ? textOf(first) : null;
  return name !== null && REFRESHING.test(name);
}

/** `/auth/login`, `POST /orders/search`, `previewInvoice`: by whole words of the last parts of the path or of the name. */
function isOnPurpose(route: Route): boolean {
  const parts = (route.path ?? '').split(/[/.]/).filter((part) => part !== '' && !/^[:[{*$]/.test(part));
  const words = parts.slice(-2).flatMap(wordsOf);
  const { handler } = route;
  const member = route.node.type === 'MethodDefinition' ? keyName(route.node.key, route.node.computed) : null;
  const name = member ?? nameOf(handler?.fn ?? null);
  return [...words, ...(name === null ? [] : wordsOf(name))].some((word) => ON_PURPOSE.test(word));
}

/** A name whole and by its words: `verify-email` gives `verify_email`, `verify`, `email`, and pairs of neighbours. */
function wordsOf(name: string): string[] {
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .split(/[^A-Za-z\d]+/)
    .filter((word) => word !== '');
  // The verb of a name leads: `checkIn` and `createTest` are no checks and tests.
  const leading = words[0] === undefined ? [] : [words[0]];
  const pairs = words.slice(1).map((word, index) => `${words[index]}_${word}`);
  return words.length === 1 ? words : [...leading.filter(() => !/^(?:ins?|outs?)$/i.test(words[1] ?? '')), ...pairs];
}

function nameOf(fn: FunctionNode | null): string | null {
  if (!fn) return null;
  if (fn.type !== 'ArrowFunctionExpression' && fn.id) return fn.id.name;
  const holder = fn.parent;
  if (holder.type === 'VariableDeclarator' && holder.id.type === 'Identifier') return holder.id.name;
  if (holder.type === 'MethodDefinition' || holder.type === 'PropertyDefinition' || holder.type === 'Property')
    return keyName(holder.key, holder.computed);
  return null;
}
