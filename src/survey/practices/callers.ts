import { addressesOf } from '../../facts/applications/addresses.js';
import { coverOf } from '../../facts/applications/coverage.js';
import { credentialKindOf } from '../../facts/applications/credential-routes.js';
import { isProbe } from '../../facts/applications/reach.js';
import type { PurposeProof } from '../../model/application.js';
import { sourceText } from '../../model/file.js';
import type { Route } from '../../model/route.js';
import { decoratorName, decoratorsOf } from '../../syntax/nodes.js';
import { rangeOf } from '../place.js';
import { closedGuards, isMessage, na, no, unknown, yes, type Answer, type Judge } from './answer.js';

const SHOWN = 60;

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

const isProbeRoute = (route: Route): boolean => {
  const paths = addressesOf(route);
  return paths.length > 0 && paths.every((path) => path !== null && path !== '/' && path !== '' && isProbe(path));
};

/** `@Public()`, `publicProcedure`: someone decided. */
function isMarkedPublic({ decorators, controller, call }: Route): boolean {
  const names = [...decorators, ...(controller ? decoratorsOf(controller) : [])].map((each) => decoratorName(each));
  if (names.some((name) => name !== null && /public|anonymous|noauth|(?:skip|no)_?auth/i.test(name))) return true;
  return call !== null && /^public/i.test(sourceText(call));
}

/** Whether something makes sure who calls. */
export const authenticated: Judge = ({ route, knows, guards }) => {
  if (isMessage(route)) return na('A message of the broker, not a request of a client.');
  const isPublic = isMarkedPublic(route);
  const proof = isPublic ? null : (coverOf(route, 'authentication') ?? coverOf(route, 'authorization'));
  if (proof) return covered(proof, 'asks who calls');
  if (isPublic) return na('Marked as public: anybody may call it.');
  if (credentialKindOf(route)) return na('It lets callers in, or makes them known: nobody is signed in yet.');
  if (isProbeRoute(route)) return na('Asked by load balancers and collectors of metrics.');
  if (knows.authenticated && route.handler?.fn)
    return yes('The handler itself uses the caller, a session, a token or a signature.', rangeOf(route.handler.fn));
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
