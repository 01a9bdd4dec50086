import { basename } from 'node:path';

import type { Effect, EffectKind } from '../model/effect.js';
import { fileOf, sourceText } from '../model/file.js';
import type { Route } from '../model/route.js';
import type { FunctionNode, Node, TSESTree } from '../syntax/ast.js';
import { calleeName, isFunction, keyName, memberName, receiverOf } from '../syntax/nodes.js';
import { allOf } from '../syntax/walk.js';
import { conditionsAt } from './errors/conditions.js';
import { allCalled, effectsOf } from './effects.js';
import { findCalled } from './entities.js';
import { methodsAt } from './methods.js';

/** What a read must not do, the worst first. */
const ORDER: readonly EffectKind[] = [
  'charge',
  'send',
  'delete',
  'create',
  'increment',
  'append',
  'set',
  'enqueue',
  'upsert',
  'upload',
];

/** Addresses that are opened from a mail, a provider or a scheduler, and can only be a GET. */
const BY_LINK =
  /callback|oauth|oidc|saml|verif|confirm|activat|magic|log_?in|sign_?in|log_?out|sign_?out|webhook|redirect|track|pixel|beacon|click|visit|refresh|accept|invit|sitemap|install|csrf|captcha|who_?ami|current_?user|impersonat|stream|subscribe|(?<![a-z])(?:sso|auth|cron|jobs?|workers?|health\w*|ready|live|ping|sessions?|tokens?|join|rss|seed|setup|connect|poll|sse|me)(?![a-z])/i;
/** Rows and columns that are kept about the reading itself, and copies of what can be made again. */
const ABOUT_READING =
  /audit|(?<!b|cata|dia)logs?(?![a-z])|histor|activit|analytic|metric|telemetr|track|session|token|otp|attempt|impression|cache|stat(?:s|istic)|usage|(?<!re|inter)view|visit|click|(?<![a-z])hits?(?![a-z])|download|seen|last_?(?:\w+_?)?(?:at|on|used|login|access|active|activity|sync|checked|fetched|read|seen|viewed|opened)(?![a-z])|read_?at|accessed|opened|expir|stale|rate_?limit|throttl|(?<!b)lock|snapshot|notification|presence|heartbeat|recent|search|(?<!a)sync|refresh|refetch|quota/i;
/** What a route that only reads by its method changes all the same, the worst of it; null where that is as it should be. */
export function findGetEffect(route: Route): Effect | null {
  const fn = route.handler?.fn;
  if (!fn || route.proof === 'name' || !READING.test(route.verb) || BY_LINK.test(namesOf(route))) return null;
  if (isScheduled(route)) return null;
  let worst: Effect | null = null;
  for (const effect of effectsOf(fn).effects) {
    const rank = ORDER.indexOf(effect.kind);
    if (rank < 0 || !isByReading(effect, route, fn) || isAboutReading(effect)) continue;
    if (!worst || rank < ORDER.indexOf(worst.kind)) worst = effect;
  }
  return worst;
}

/**
 * A scheduler of the platform calls it, and shows a secret of its own: Vercel's and Google's know no other method than GET.
 * https://vercel.com/docs/cron-jobs/manage-cron-jobs#securing-cron-jobs
 */
const isScheduled = ({ node }: Route): boolean =>
  /\bCRON_?(?:\w+_)?(?:SECRET|KEY|TOKEN)\b|x-vercel-cron|X-Appengine-Cron/i.test(fileOf(node).text);

/** A page to pay on, which nobody has paid on yet. */
const PAGES = /checkout\.sessions|billingPortal|paymentLinks/i;

const READS =
  /^(?:get|find|list|load|fetch|read|check|is|has|resolve|ensure|compute|query|search|count|validate|authenticate|authorize|require|provide|build|format|render|to)(?![a-z])/;
const READING = /^(?:GET|HEAD|QUERY|ALL)$/;

function isByReading(effect: Effect, route: Route, fn: FunctionNode): boolean {
  // What is made where nothing was found, and not made again, is a default that is put down late.
  if (effect.safety === 'dedup' || effect.safety === 'conflict' || effect.safety === 'unique') return false;
  if (effect.kind === 'upsert' && effect.site !== effect.node) return false;
  if (effect.kind === 'create' && isFallback(effect.node)) return false;
  if (isFallback(effect.site) && LATE.test(calledName(effect.site))) return false;
  if (route.verb !== 'ALL') return true;
  const { methods, isTold } = methodsAt(effect.site, fn);
  return isTold && methods.length > 0 && methods.every((method) => method === 'GET' || method === 'HEAD');
}

/** `if (!settings) settings = await create()`. */
const isFallback = (node: Node): boolean =>
  conditionsAt(node).some(
    ({ test, holds }) =>
      (!holds && /^(?:Identifier|MemberExpression)$/.test(test.type)) ||
      // `if (teams.length === 0)`
      (holds && /^[\w.$?]+\.(?:length|size)\s*(?:===?\s*0|<\s*1)$/.test(sourceText(test))),
  );

/** `if (!plan.customerId) await linkCustomer(…)`: what should have been there already. */
const LATE = /^(?:link|ensure|init|back_?fill|provision|bootstrap)/i;
const calledName = (site: Node): string => (site.type === 'CallExpression' ? (calleeName(site) ?? '') : '');

function isAboutReading({ entity, node, file, what, site, kind }: Effect): boolean {
  if (kind === 'charge') return PAGES.test(what);
  const text = `${entity ?? ''} ${what} ${file.text.slice(node.range[0], node.range[1])}`.slice(0, 1500);
  if (ABOUT_READING.test(text)) return true;
  // The name of the function that it happens in, and of the call that leads there.
  for (let up = node.parent; up; up = up.parent) if (isFunction(up) && ABOUT_READING.test(nameOf(up))) return true;
  if (site === node || site.type !== 'CallExpression') return false;
  // What a function named after a read changes on its way, it brings up to date.
  if (kind !== 'send' && READS.test(calleeName(site) ?? '')) return true;
  const way = `${calleeName(site) ?? ''} ${basename(file.path)}`;
  return ABOUT_READING.test(way) || /callback|o_?auth|verif/i.test(way);
}

const WRITING =
  /^(?:regenerate|rotate|delete|remove|create|add|update|reset|revoke|disable|enable|approve|reject|cancel|archive|purge|clear|destroy)(?![a-z])/;
const STORE = /repo(?:sitory)?$|dal$|dao$|model$|store$|db$|database$/i;
const MAX_CALLS = 40;

/**
 * A write that only names tell, where its package is out of sight: the route is called after one (`/keys/regenerate`), and
 * what it runs calls a method of a repository that is (`this.repository.updateApiKey(…)`).
 */
export function findNamedWrite(route: Route): TSESTree.CallExpression | null {
  const fn = route.handler?.fn;
  if (!fn || !/^(?:GET|QUERY)$/.test(route.verb) || BY_LINK.test(namesOf(route))) return null;
  const last = (route.path ?? '').split('/').at(-1) ?? '';
  const member = route.node.type === 'MethodDefinition' ? keyName(route.node.key, route.node.computed) : nameOf(fn);
  if (!WRITING.test(last) && !WRITING.test(member ?? '')) return null;
  const seen = new Set<FunctionNode>([fn]);
  for (const at of seen) {
    for (const call of allOf(at.body, ['CallExpression'])) {
      const receiver = receiverOf(call);
      if (!receiver || !WRITING.test(calleeName(call) ?? '') || findCalled(call)) continue;
      const holder =
        receiver.type === 'MemberExpression'
          ? memberName(receiver)
          : receiver.type === 'Identifier'
            ? receiver.name
            : '';
      if (STORE.test(holder ?? '')) return call;
    }
    if (seen.size < MAX_CALLS) for (const { target } of allCalled(at, fileOf(at))) seen.add(target);
  }
  return null;
}

function nameOf(fn: FunctionNode): string {
  if (fn.type !== 'ArrowFunctionExpression' && fn.id) return fn.id.name;
  const { parent } = fn;
  if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name;
  if (parent.type === 'MethodDefinition' || parent.type === 'Property' || parent.type === 'PropertyDefinition')
    return keyName(parent.key, parent.computed) ?? '';
  return '';
}

/** The path and the name of the method or function behind it, as words. */
function namesOf({ path, node, handler, call }: Route): string {
  const member = node.type === 'MethodDefinition' ? keyName(node.key, node.computed) : null;
  const name = member ?? (handler?.fn ? nameOf(handler.fn) : '');
  // A path that is put together is read as it stands.
  const written = path === null && call?.arguments[0] ? sourceText(call.arguments[0]) : '';
  const file = basename(fileOf(node).path).replace(/\.\w+$/, '');
  const isLinked =
    handler?.fn != null && /jwt\.verify|verif\w*Token|getDetailsFor\w*Token/i.test(sourceText(handler.fn));
  return [path ?? written, name, /callback|oauth|oidc|saml|webhook/i.test(file) ? file : '', isLinked ? 'verify' : '']
    .join(' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .trim();
}
