import { coverOf } from '../../facts/applications/coverage.js';
import { purposeOf } from '../../facts/applications/purposes.js';
import { isRouteValidated } from '../../facts/validation/requests.js';
import { sourceText } from '../../model/file.js';
import type { Route } from '../../model/route.js';
import { decoratorName, decoratorsOf } from '../../syntax/nodes.js';
import { rangeOf } from '../place.js';
import { covered } from './callers.js';
import { closedGuards, na, NO_HANDLER, no, unknown, yes, type Judge } from './answer.js';

/** How handlers take what the client chose: request objects, hooks of frameworks, arguments of procedures. */
const BODY = /\bbody\b|\.json\(\)|\bformData\(\)|readBody|readValidatedBody|\bpayload\b|\bfiles?\b/;
const OTHERS = /\bquery\b|\bparams?\b|searchParams|getQuery|getRouterParam|getValidated|\binput\b|\bargs\b|\bheaders\b/;
const TAKING = /^(?:Body|Query|Param|Args|Payload|MessageBody|Headers|UploadedFiles?)$/;

/** What of the request the handler takes, by its text and its parameters' decorators. */
function taken({ handler, path }: Route): { readonly body: boolean; readonly other: boolean } {
  const fn = handler?.fn;
  if (!fn) return { body: false, other: false };
  const names = fn.params.flatMap((each) => decoratorsOf(each)).map((each) => decoratorName(each) ?? '');
  const text = sourceText(fn);
  return {
    body: names.includes('Body') || names.includes('Payload') || BODY.test(text),
    other: names.some((name) => TAKING.test(name)) || OTHERS.test(text) || /[:{[*]/.test(path ?? ''),
  };
}

/** Whether what the client sends passes a schema. */
export const validated: Judge = ({ route, knows, guards }) => {
  const fn = route.handler?.fn;
  const { body, other } = taken(route);
  if (fn && !body && !other) return na('It takes nothing from the request.');
  const proof = coverOf(route, 'validation');
  if (proof) return covered(proof, 'checks the input');
  const inside = fn ? purposeOf({ node: fn, fn }, 'validation') : null;
  if (fn && inside && inside.proof !== 'name')
    return yes('The handler puts its input through a schema.', rangeOf(inside.node === fn ? fn : inside.node));
  if (route.verb === 'MESSAGE') return fn ? no('Nothing checks the message.', rangeOf(fn)) : NO_HANDLER;
  const part = body ? 'body' : 'query';
  if (knows.validated || isRouteValidated(route, part))
    return yes('The schema at the route checks the input.', rangeOf(route.node));
  if (!fn) return NO_HANDLER;
  const [closed] = closedGuards(guards);
  if (closed) return unknown('Something before the handler could not be looked into.', rangeOf(closed.node));
  return no('Nothing puts what the client sends through a schema.', rangeOf(fn));
};
