import { basename, dirname } from 'node:path';

import type { Effect } from '../../model/effect.js';
import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { Route } from '../../model/route.js';
import type { FunctionNode } from '../../syntax/ast.js';
import { isInside } from '../../syntax/nodes.js';
import { addressesOf } from '../applications/addresses.js';
import { allCalled, effectsOf } from '../effects.js';
import { guardsOf } from '../route-guards.js';
import { functionName } from '../credentials/functions.js';

/** An effect of a webhook that comes before anything has shown who sent it. */
export interface UncheckedWebhook {
  readonly effect: Effect;
  /** Whether the sender is checked at all, only too late. */
  readonly late: boolean;
}

const HOOK = /web-?_?hooks?(?![a-z])|(?:^|\/)hooks?(?:\/|$)/i;
/** `/webhooks/stripe`: the address that a service is told to call. */
const SENDER =
  /hooks?\/(?:v\d+\/)?(?:adyen|airtable|apple|asana|atlassian|auth0|bitbucket|braintree|calendly|chargebee|circleci|clerk|coinbase|contentful|discord|docusign|dropbox|easypost|facebook|figma|flutterwave|github|gitlab|gocardless|google|hubspot|intercom|jira|klarna|klaviyo|lemon-?squeezy|linear|mailchimp|mailgun|meta|mollie|mux|notion|paddle|paypal|paystack|plaid|polar|postmark|printful|quickbooks|razorpay|resend|revenuecat|segment|sendgrid|sentry|ses|shippo|shopify|slack|sns|square|strapi|stripe|supabase|telegram|telnyx|trello|twilio|twitch|typeform|vercel|vonage|whatsapp|wise|woocommerce|workos|xendit|xero|zendesk|zoom)(?:\/|$)/i;
/** Signs that the sender is checked: a signature, a shared secret or token, an SDK that does it, mutual TLS, an address list. */
const CHECK =
  /signature|hmac|constructEvent|timingSafe|verif(?:y|ies|ied|ication)|svix|validateRequest|validateWebhook|isValid\w*(?:Request|Webhook|Payload)|webhooks?\.(?:receive|unmarshal|validate|process|authenticate)|authenticate|authoriz|secret|[tT]oken\b|api.?key|allowed.?ips|ip.?allow|whitelist|basic.?auth|public.?key|checkSign|assertSign/i;
/** Guards of people who are logged in: such a route manages webhooks, it doesn't receive them. */
const PEOPLE =
  /auth|jwt|session|login|logged|user|guard|protect|permission|role|admin|acl|api.?key|tenant|member|owner/i;

/** The first effect of a webhook's handler that no check of the sender comes before; null where there is none, or it is no webhook. */
export function findUnchecked(route: Route): UncheckedWebhook | null {
  const handler = route.handler?.fn;
  if (!handler || (route.verb !== 'POST' && route.verb !== 'ALL') || !isWebhook(route, handler)) return null;
  const file = fileOf(handler);
  const guards = guardsOf(route);
  if (
    guards.some((guard) => isChecking(guard.fn, `${guard.name ?? ''} ${guard.module ?? ''} ${sourceText(guard.node)}`))
  )
    return null;
  const effect = effectsOf(handler).effects.find(({ kind }) => kind !== 'call' && kind !== 'publish');
  if (!effect) return null;
  const check = firstCheck(handler, file);
  if (check === null) return isForPeople(route, handler) ? null : { effect, late: false };
  return effect.site.range[0] < check && !isLogged(effect) ? { effect, late: true } : null;
}

/** What only notes that something came in. */
const isLogged = (effect: Effect): boolean => /log|audit|event|delivery|inbox|raw/i.test(effect.entity ?? effect.what);

function isWebhook(route: Route, handler: FunctionNode): boolean {
  const path = [route.path, ...addressesOf(route)].find((each) => each !== null && HOOK.test(each)) ?? route.path ?? '';
  const file = fileOf(handler);
  const place = `${basename(dirname(file.path))}/${basename(file.path)}`;
  if (!HOOK.test(path) && !HOOK.test(place) && !/(?:^|[a-z])webhook/i.test(functionName(handler) ?? '')) return false;
  if (route.controller && !HOOK.test(path) && !HOOK.test(route.controller.id?.name ?? '')) return false;
  // `POST /webhooks/:id/test`, `POST /webhooks`: the resource, unless the handler reads an event.
  const text = sourceText(handler);
  if (SENDER.test(path)) return true;
  return (
    /\b(?:event|payload|notification|hook)\b|\.(?:type|event|action|topic)\b|x-[\w-]*(?:event|topic|delivery)/i.test(
      text,
    ) && /body|json\(|payload|event|text\(/i.test(text)
  );
}

/** Whether the route stands behind a login, or belongs to those who manage webhooks. */
function isForPeople(route: Route, handler: FunctionNode): boolean {
  if (guardsOf(route).some(({ name, node }) => PEOPLE.test(`${name ?? ''} ${sourceText(node)}`))) return true;
  return (
    /\b(?:req|request|ctx|c|context)\.(?:state\.)?(?:user|auth|session)\b|getServerSession|currentUser|getSession|\bauth\(\)|CurrentUser/.test(
      sourceText(handler),
    ) || route.decorators.some((each) => /Auth|Guard|Role|User/.test(sourceText(each)))
  );
}

/** Where a handler first checks who sent the request: itself, or in what it calls. Null where it never does. */
function firstCheck(handler: FunctionNode, file: BackendFile): number | null {
  const own = CHECK.exec(stripped(sourceText(handler)));
  let first = own ? handler.range[0] + own.index : Infinity;
  for (const { call, target } of allCalled(handler, file)) {
    if (call.range[0] >= first || !isInside(call, handler)) continue;
    if (isChecking(target, functionName(target) ?? '')) first = call.range[0];
  }
  return first === Infinity ? null : first;
}

/** Comments and texts for people blanked out, lengths kept. */
const stripped = (text: string): string =>
  text.replaceAll(/\/\*[^]*?\*\/|(?<![:'"`\w])\/\/.*$/gm, (comment) => ' '.repeat(comment.length));

const checking = new WeakMap<FunctionNode, boolean>();

/** Whether a function, or one that it calls, checks a sender; `words` are the names by which it is known. */
function isChecking(fn: FunctionNode | null, words: string, depth = 0): boolean {
  if (CHECK.test(words)) return true;
  if (!fn || depth > 3) return false;
  const known = checking.get(fn);
  if (known !== undefined) return known;
  checking.set(fn, false);
  let answer = CHECK.test(stripped(sourceText(fn)));
  if (!answer)
    for (const { target } of allCalled(fn, fileOf(fn)))
      if (isChecking(target, functionName(target) ?? '', depth + 1)) {
        answer = true;
        break;
      }
  checking.set(fn, answer);
  return answer;
}
