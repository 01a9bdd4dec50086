import type { Effect, EffectKind } from '../model/effect.js';
import { fileOf } from '../model/file.js';
import type { Route } from '../model/route.js';
import type { FunctionNode } from '../syntax/ast.js';
import { keyName } from '../syntax/nodes.js';
import { allCalled, effectsOf } from './effects.js';
import { entityKey } from './effects/names.js';
import { methodsAt, readsBody } from './methods.js';
import { textOf } from './values.js';

/** What must not happen twice, the worst first. */
const ORDER: readonly EffectKind[] = ['charge', 'send', 'enqueue', 'publish', 'create', 'increment', 'append'];
/** What PUT and DELETE, which clients and proxies repeat by themselves, must not do. */
const NOT_IDEMPOTENT: ReadonlySet<EffectKind> = new Set(['charge', 'send', 'increment', 'append']);

/** Routes whose repeat is a new thing on purpose, or nothing: by the words of the path or the handler's name. */
const ON_PURPOSE =
  /^(?:log_?in|sign_?in|log_?out|sign_?out|signoff|authenticate|authorize|refresh|tokens?|sessions?|oauth2?|sso|saml|otp|totp|mfa|2fa|passkeys?|webauthn|challenge|introspect|revoke|forgot|reset|recover|resend|magic_?link|search|query|lookup|suggest|autocomplete|validate|validation|preview|verify|verification|check|estimate|quote|calculate|compute|dry_?run|presign(?:ed)?|upload_?urls?|signed_?urls?|ping|health|test|debug|impersonate|callback|usage)$/i;
/** Words that make a route one of signing in or proving who one is, wherever they stand in its name. */
const IDENTITY =
  /^(?:log_?in|log_?out|sign_?in|sign_?out|passwords?|verif(?:y|ication)|confirm_?email|otp|2fa|mfa|totp|passkeys?|oauth2?|sso|captcha|magic|apikeys?|api_?keys?|resend|redistribute|replay|test|presign(?:ed)?)$/i;
const SIGN_UP = /^(?:register|registration|sign_?up)$/i;
/** Names that promise to bring about a state, like PUT and DELETE. */
const SETS =
  /^(?:update|set|edit|rename|delete|remove|toggle|save|upsert|replace|sync|move|archive|restore|enable|disable|mark)$/i;
/** Rows that are written on the side of something else, and whose double harms nobody. */
const ON_THE_SIDE =
  /audit|rate_?limit|throttl|logs?$|history|histories|activit|analytic|metric|telemetry|tracking|sessions?$|tokens?$|otps?$|logins?$|attempt|impression|revision|snapshot|cache|stats?$|outbox|backup|trace|usage|views?$|visits?$|clicks?$|codes?$|challenge|authenticator|password_?reset|verification|quer(?:y|ies)$/i;
/** Jobs that bring something up to date, however often they run. */
const REFRESHING =
  /visit|view|click|stat(?:s|istic)|index|sync|cache|revalidat|invalidat|clean|purge|metric|analytic|track|telemetr|(?<![a-z])logs?(?![a-z])|audit|refresh|recalc|recompute|warm|update|delete|remove|expire|usage/i;

/** The worst that a repeated request to a route does a second time, or null. */
export function findHarmfulRepeat(route: Route): Effect | null {
  const fn = route.handler?.fn;
  if (!fn || !WRITING.has(route.verb) || route.proof === 'name') return null;
  const words = allWordsOf(route);
  let worst: Effect | null = null;
  for (const effect of effectsOf(fn).effects) {
    if (effect.repeatable || !isMeant(effect, route, fn) || isOnTheSide(effect, words)) continue;
    if (effect.kind === 'enqueue' && isAnswered(effect, fn)) continue;
    if (effect.kind !== 'charge' && isLeftAlone(effect, route, words)) continue;
    if (!worst || isWorse(effect, worst, words)) worst = effect;
  }
  return worst;
}

const WRITING: ReadonlySet<string> = new Set(['POST', 'PATCH', 'PUT', 'DELETE', 'MUTATION', 'ALL']);

/** By kind; of two creations the one that the route is named for says more. */
function isWorse(effect: Effect, than: Effect, words: readonly string[]): boolean {
  const [rank, other] = [ORDER.indexOf(effect.kind), ORDER.indexOf(than.kind)];
  if (rank !== other) return rank < other;
  return isNamedIn(effect, words) && !isNamedIn(than, words);
}

const isNamedIn = ({ entity }: Effect, words: readonly string[]): boolean =>
  entity !== null && words.some((word) => entityKey(word) === entityKey(entity));

function isLeftAlone(effect: Effect, route: Route, words: readonly string[]): boolean {
  if (!ORDER.includes(effect.kind) || isOnPurpose(route) || words.some((word) => IDENTITY.test(word))) return true;
  // What is deleted is not found by the repeat, which then sends nothing.
  if (effect.kind === 'send')
    return words.some((word) => SIGN_UP.test(word)) || namesOf(route).some((name) => /^(?:delete|remove)/i.test(name));
  return !NOT_IDEMPOTENT.has(effect.kind) && isNamedSetting(route);
}

/** Whether the route's method makes the effect a fault: anything by POST and PATCH, counting and sending by the others. */
function isMeant(effect: Effect, route: Route, fn: FunctionNode): boolean {
  if (route.verb !== 'ALL') return /^(?:PUT|DELETE)$/.test(route.verb) ? NOT_IDEMPOTENT.has(effect.kind) : true;
  const { methods, isTold } = methodsAt(effect.site, fn);
  if (!isTold) return readsBody(fn, fileOf(fn).text);
  if (methods.includes('POST') || methods.includes('PATCH')) return true;
  return (methods.includes('PUT') || methods.includes('DELETE')) && NOT_IDEMPOTENT.has(effect.kind);
}

function isOnTheSide(effect: Effect, words: readonly string[]): boolean {
  if (effect.kind === 'create' || effect.kind === 'append' || effect.kind === 'increment') {
    if (effect.entity === null) return false;
    // A row of an event log, unless events are what the route is about.
    if (/^events?$/i.test(effect.entity)) return !words.some((word) => /^events?$/i.test(word));
    return ON_THE_SIDE.test(effect.entity);
  }
  if (effect.kind !== 'enqueue' && effect.kind !== 'publish') return false;
  const first = effect.node.type === 'CallExpression' ? effect.node.arguments[0] : undefined;
  const name = first ? textOf(first) : null;
  return REFRESHING.test(`${name ?? ''} ${effect.what}`);
}

/** Whether a job is a call by way of a queue, whose result the request waits for: what it does can't be seen from here. */
function isAnswered(effect: Effect, fn: FunctionNode, depth = 6): boolean {
  if (/\.waitUntilFinished\(/.test(fileOf(fn).text.slice(...fn.range))) return true;
  const site = effectsOf(fn).effects.find((each) => each.node === effect.node)?.site;
  if (!site || site === effect.node || depth === 0) return false;
  return [...allCalled(fn, fileOf(fn))].some(
    ({ call, target }) => call === site && isAnswered(effect, target, depth - 1),
  );
}

const isFixed = (part: string): boolean => part !== '' && !/^[:[{*$]/.test(part);

/** The last parts of the path, and the name of the method or function that handles it. */
function namesOf({ path, node, handler }: Route): string[] {
  const parts = (path ?? '').split(/[/.]/).filter(isFixed).slice(-2);
  const member = node.type === 'MethodDefinition' ? keyName(node.key, node.computed) : null;
  const name = member ?? nameOf(handler?.fn ?? null);
  return name === null ? parts : [...parts, name];
}

const wordsOf = (name: string): string[] =>
  name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .split(/[^A-Za-z\d]+/)
    .filter((word) => word !== '');

const pairsOf = (words: readonly string[]): string[] => words.slice(1).map((word, index) => `${words[index]}_${word}`);

function allWordsOf(route: Route): string[] {
  return namesOf(route).flatMap((name) => {
    const words = wordsOf(name);
    return [...words, ...pairsOf(words)];
  });
}

/** `/auth/login`, `POST /orders/search`, `previewInvoice`: by a whole part, its leading verb, or two words that belong together. */
function isOnPurpose(route: Route): boolean {
  return namesOf(route).some((name) => {
    const words = wordsOf(name);
    // A check-in is no check.
    const verb = words.length > 1 && !/^(?:ins?|outs?)$/i.test(words[1]!) ? words[0]! : '';
    const candidates = words.length === 1 ? words : [verb, ...pairsOf(words)];
    return candidates.some((word) => ON_PURPOSE.test(word));
  });
}

/** Also `POST documents.update`: of a path that names the action, only plain ones, for `save` and `sync` may create. */
function isNamedSetting(route: Route): boolean {
  const names = namesOf(route).map((name) => wordsOf(name)[0] ?? '');
  if (route.verb === 'MUTATION' || route.verb === 'PATCH') return names.some((name) => SETS.test(name));
  const last = wordsOf((route.path ?? '').split(/[/.]/).filter(isFixed).at(-1) ?? '')[0] ?? '';
  return SETS.test(last) && !/^(?:save|sync|set|mark|move)$/i.test(last);
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
