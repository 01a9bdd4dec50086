import { sourceText } from '../../model/file.js';
import type { Route } from '../../model/route.js';
import { decoratorName, decoratorsOf } from '../../syntax/nodes.js';
import { effectsOf } from '../effects.js';
import { guardsOf } from '../route-guards.js';
import { addressesOf } from './addresses.js';
import { isCovered } from './coverage.js';
import { credentialKindOf } from './credential-routes.js';
import { RECOGNISERS } from './recognisers.js';
import { isReached } from './reach.js';

/** Routes that anyone may call, by what they are for. */
const PUBLIC =
  /webhook|hooks?\/|callback|log-?in|log-?out|sign-?(?:in|up|out)|register|registration|auth(?:\/|$)|token|refresh|forgot|reset|verify|verification|confirm|activate|contact|newsletter|subscribe|unsubscribe|feedback|track|analytics|beacon|telemetry|health|public|csp-report|invite|oauth|otp/i;

/** Whether a route changes something, and nothing says that it knows who calls. */
export function isPublicMutation(route: Route): boolean {
  const { verb, handler } = route;
  if (!/^(?:POST|PUT|PATCH|DELETE|MUTATION)$/.test(verb) || !handler?.fn) return false;
  if (addressesOf(route).some((path) => PUBLIC.test(path ?? '')) || credentialKindOf(route)) return false;
  if (!isReached(route) || isCovered(route, 'authentication') || isCovered(route, 'authorization')) return false;
  if (isMarkedPublic(route) || asksItself(route) || guardsOf(route).some((guard) => !guard.fn && guard.module === null))
    return false;
  return effectsOf(handler.fn).effects.length > 0;
}

/** `@Public()`, `@SkipAuth()`, `publicProcedure`: someone decided. */
function isMarkedPublic({ decorators, controller, call }: Route): boolean {
  const names = [...decorators, ...(controller ? decoratorsOf(controller) : [])].map(
    (each) => decoratorName(each) ?? '',
  );
  if (names.some((name) => /public|skip|anonymous|noauth|allow/i.test(name))) return true;
  return call !== null && /^public/i.test(sourceText(call));
}

/** The handler asks who calls by itself: a session, a token, a user without whom it answers 401. */
export function asksItself({ handler }: Route): boolean {
  const fn = handler?.fn;
  if (!fn) return false;
  const text = sourceText(fn);
  return (
    RECOGNISERS.authentication.does!.test(text) ||
    /\b(?:req|request|ctx|c|locals|context)\.(?:state\.|locals\.|context\.|var\.)?(?:user|userId|auth|account|viewer|session)\b|get\(['"](?:user|userId|session|jwtPayload|auth)['"]\)|require(?:User|Auth|Session)\w*\(|\b401\b|signature|@?[cC]urrentUser|getUser\(/.test(
      text,
    ) ||
    // What h3, SvelteKit and Lambda call the request; a local of that name is a record.
    (fn.params.length > 0 &&
      /^\W*event\b/.test(sourceText(fn.params[0]!)) &&
      /\bevent\.(?:context\.|locals\.)?(?:user|userId|auth|account|viewer|session)\b/.test(text))
  );
}
