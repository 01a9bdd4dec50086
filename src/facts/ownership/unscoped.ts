import { fileOf } from '../../model/file.js';
import type { Route } from '../../model/route.js';
import type { FunctionNode } from '../../syntax/ast.js';
import { hasBody } from '../../syntax/nodes.js';
import { addressesOf } from '../applications/addresses.js';
import { coverOf } from '../applications/coverage.js';
import { credentialKindOf } from '../applications/credential-routes.js';
import { isReached } from '../applications/reach.js';
import { allCalled, effectsOf } from '../effects.js';
import { knowsCaller, tieIn } from './ties.js';
import { demandsRight, findDemanding, findDemandingRound, isMutation } from './rights.js';

/** Routes on what is the caller's own, and on his being signed in. */
const OWN =
  /(?:^|\/)(?:me|my|self|own|profile|account|settings|preferences|session|sessions|auth|log-?out|log-?in|password|tokens?|refresh|verify|register|sign-?\w+|2fa|mfa|otp|webhooks?|callback|onboarding|feedback|current)(?:\/|$)|^(?:updateMe|updateProfile|changePassword|logout|login|register|signUp|signIn)$|\bmine\b/i;
/** POSTs that only ask. */
const ASKS = /search|preview|validate|render|export|calculate|estimate|query|check|test|graphql/i;

/** A route that demands a right, where a mutating route asks only whether a token is valid; null where that is as it should be. */
export function findUnscoped(route: Route): Route | null {
  const fn = route.handler?.fn;
  if (!fn || !hasBody(fn) || !isMutation(route) || route.proof === 'name') return null;
  const addresses = addressesOf(route);
  if (addresses.some((path) => OWN.test(path ?? '')) || credentialKindOf(route) || !isReached(route)) return null;
  if (ASKS.test(route.path ?? '') && /^(?:POST|MUTATION)$/.test(route.verb)) return null;
  if (!coverOf(route, 'authentication') || demandsRight(route)) return null;
  const file = fileOf(route.node);
  const beside = findDemanding(file);
  const demanding = beside ?? findDemandingRound(file);
  if (!demanding || isOwn(fn, beside !== null)) return null;
  return effectsOf(fn).effects.length > 0 ? demanding : null;
}

/** Whether a handler works on what is the caller's: it uses him to find or to make it. */
function isOwn(handler: FunctionNode, isBeside: boolean): boolean {
  const functions = [handler, ...[...allCalled(handler, fileOf(handler))].map(({ target }) => target)].filter(hasBody);
  // Beside routes that ask for rights, one that only notes who did it is one that forgot to ask.
  return functions.some((fn) => (isBeside ? tieIn(fn, handler) === 'tied' : knowsCaller(fn, handler)));
}
