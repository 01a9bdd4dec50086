import { addressesOf } from '../../facts/applications/addresses.js';
import { coverOf } from '../../facts/applications/coverage.js';
import { credentialKindOf } from '../../facts/applications/credential-routes.js';
import { purposeOf } from '../../facts/applications/purposes.js';
import { isProbe } from '../../facts/applications/reach.js';
import type { PurposeProof } from '../../model/application.js';
import { sourceText } from '../../model/file.js';
import type { Guard, Route } from '../../model/route.js';
import { decoratorName, decoratorsOf } from '../../syntax/nodes.js';
import { rangeOf } from '../place.js';
import { closedGuards, isMessage, na, no, unknown, yes, type Answer, type Judge } from './answer.js';

const SHOWN = 60;
/** A longer expression is a function, not a name with arguments. */
const MOST_TEXT = 120;

/** An expression as a sentence can hold it. */
export function quoted(node: PurposeProof['node']): string {
  const text = sourceText(node).replaceAll(/\s+/g, ' ');
  return `\`${text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text}\``;
}

export function covered({ proof, node }: PurposeProof, what: string): Answer {
  const name = proof === 'name' ? ' It is known by its name only.' : '';
  const subject = /Function|Class|Method/.test(node.type) ? 'A function that runs before the handler' : quoted(node);
  return yes(`${subject} ${what}.${name}`, rangeOf(node));
}

/** By the address without what stands before all addresses of an API. */
const isProbeRoute = (route: Route): boolean => {
  const paths = addressesOf(route).map((path) => path?.replace(/^(?:\/?api)?(?:\/v\d+)?(?=\/)/, '') ?? '/');
  return paths.length > 0 && paths.every((path) => path !== '/' && path !== '' && isProbe(path));
};

/** What makes callers known is asked by those who aren't; what an authentication library serves, it guards itself. */
const BEFORE_LOGIN =
  /log-?in|sign-?(?:in|up)|regist(?:er|ration)(?![\w-])|authenticat|webauthn|passkey|oauth|oidc|saml|(?<![a-z])sso|callback|forgot|(?:reset|new)-?password|magic-?link|verif(?:y|ication)|auth\/(?:\*|:\w+[*+]?$)/i;
const isBeforeLogin = (route: Route): boolean =>
  addressesOf(route).some((path) => path !== null && BEFORE_LOGIN.test(path));

/** Lets those through whom it doesn't know: `auth({ optional: true })`, `jwtLoose`. By its name, and so not for sure. */
function isLoose({ node }: Guard): boolean {
  const text = sourceText(node);
  return text.length < MOST_TEXT && (/optional|loose/i.test(text) || /\b(?:maybe|try|soft)[A-Z]/.test(text));
}

/** `@Public()`, `publicProcedure`: someone decided. */
function isMarkedPublic({ decorators, controller, call }: Route): boolean {
  const names = [...decorators, ...(controller ? decoratorsOf(controller) : [])].map((each) => decoratorName(each));
  if (names.some((name) => name !== null && /public|anonymous|noauth|(?:skip|no)_?auth/i.test(name))) return true;
  return call !== null && /^public/i.test(sourceText(call));
}

/**
 * What asks who calls, without the guards that let anybody through. Of several guards the one whose code shows it says
 * more than the one that is called so, and in a procedure's chain the last more than those of its base.
 */
function proofOf(route: Route, guards: readonly Guard[], loose: readonly Guard[]): PurposeProof | null {
  const found = coverOf(route, 'authentication') ?? coverOf(route, 'authorization');
  if (!found) return null;
  const proofs = guards
    .filter((guard) => !loose.includes(guard))
    .map((guard) => purposeOf(guard, 'authentication') ?? purposeOf(guard, 'authorization'))
    .filter((proof) => proof !== null);
  const ordered = route.library.name === 'trpc' ? proofs.reverse() : proofs;
  const best = ordered.find(({ proof }) => proof !== 'name') ?? ordered[0];
  return best ?? (loose.length === 0 ? found : null);
}

/** Names that can hardly mean anything else: `requireAuth`, `isLoggedIn`, `jwt`. */
const CLEAR_NAME =
  /auth|log(?:ged)?_?in|sign(?:ed)?_?in|session|jwt|bearer|token|api_?key|require_?user|current_?user/i;

/** Whether something makes sure who calls. */
export const authenticated: Judge = ({ route, knows, guards }) => {
  if (isMessage(route)) return na('A message of the broker, not a request of a client.');
  const isPublic = isMarkedPublic(route);
  const loose = guards.filter(isLoose);
  const proof = isPublic ? null : proofOf(route, guards, loose);
  if (proof && (proof.proof !== 'name' || CLEAR_NAME.test(sourceText(proof.node).slice(0, MOST_TEXT))))
    return covered(proof, 'asks who calls');
  if (proof)
    return unknown(
      `${quoted(proof.node)} may ask who calls, by its name; its code does not show it.`,
      rangeOf(proof.node),
    );
  if (isPublic) return na('Marked as public: anybody may call it.');
  if (credentialKindOf(route) || isBeforeLogin(route))
    return na('It lets callers in, or makes them known: nobody is signed in yet.');
  if (isProbeRoute(route)) return na('Asked by load balancers and collectors of metrics.');
  if (knows.authenticated && route.handler?.fn)
    return yes('The handler itself uses the caller, a session, a token or a signature.', rangeOf(route.handler.fn));
  const [open] = loose;
  if (open)
    return unknown(`${quoted(open.node)} lets callers through whom it doesn’t know, by its name.`, rangeOf(open.node));
  const [closed] = closedGuards(guards);
  if (closed)
    return unknown(
      `${quoted(closed.node)} stands before the handler and could not be looked into.`,
      rangeOf(closed.node),
    );
  if (!route.handler?.fn) return unknown('The handler could not be found; nothing before it asks who calls.');
  return no('Nothing before the handler asks who calls, nor does the handler.', rangeOf(route.handler.fn));
};

/** Whether something bounds how often it can be called. */
export const limited: Judge = ({ route, guards }) => {
  if (isMessage(route)) return na('A message of the broker, not a request of a client.');
  const proof = coverOf(route, 'rate-limit');
  if (proof) return covered(proof, 'limits how often it can be called');
  if (isProbeRoute(route)) return na('Asked by load balancers and collectors of metrics.');
  const [closed] = closedGuards(guards);
  if (closed)
    return unknown(
      `${quoted(closed.node)} stands before the handler and could not be looked into.`,
      rangeOf(closed.node),
    );
  return no('Nothing in the code limits how often it can be called. A proxy in front may.', null);
};
