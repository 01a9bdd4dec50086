import { coverOf } from '../../facts/applications/coverage.js';
import { purposeOf } from '../../facts/applications/purposes.js';
import { isRouteValidated } from '../../facts/validation/requests.js';
import { allRequestValues } from '../../facts/flow/request-values.js';
import { fileOf, sourceText } from '../../model/file.js';
import type { Route } from '../../model/route.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { decoratorName, decoratorsOf, isInside } from '../../syntax/nodes.js';
import { rangeOf } from '../place.js';
import { covered } from './callers.js';
import { closedGuards, na, NO_HANDLER, no, unknown, yes, type Judge } from './answer.js';

/** How handlers take what the client chose: of a request or context, or by a framework's helper. */
const REQUEST = String.raw`\b(?:req|request|_req|event|evt|(?:ctx|c|context|event)\.(?:req|request))\b[?!]?\.`;
/** Koa's `ctx.body` is the answer. */
const CONTEXT = String.raw`\b(?:ctx|c|context|input|info)\b[?!]?\.`;
const BODY = new RegExp(
  String.raw`${REQUEST}(?:body|rawBody|json\(|formData\(|text\(|files?\b|parseBody|parts\()|\bread(?:Raw|Validated|Multipart)?(?:Body|FormData)\(`,
);
const OTHERS = new RegExp(
  String.raw`(?:${REQUEST}|${CONTEXT})(?:query|querystring|params?|search|headers?|cookies?|valid|nextUrl|url|args|input|queryStringParameters|pathParameters)\b|\bget(?:Query|RouterParams?|ValidatedQuery|Header|Cookie)\(|searchParams`,
);
/** What a parameter or a declaration takes apart: `({ body, params })`, `const { id } = req.params`. */
const BODY_PART = /\b(?:body|files?)\b/;
const APART = /\{[^{}]*\}\s*=\s*(?:await )?(?:req|request|ctx|context|c|event)\b/g;
const OTHER_PART = /\b(?:query|params|input|args|headers|cookies)\b/;
const TAKING = /^(?:Body|Query|Param|Args|Payload|MessageBody|Headers|UploadedFiles?)$/;

/** What of the request the handler takes, by its text and its parameters' decorators. */
function taken({ handler, path, verb }: Route): { readonly body: boolean; readonly other: boolean } {
  const fn = handler?.fn;
  if (!fn) return { body: false, other: false };
  const names = fn.params.flatMap((each) => decoratorsOf(each)).map((each) => decoratorName(each) ?? '');
  const text = sourceText(fn);
  const apart = [
    ...fn.params.flatMap((each) => (each.type === 'ObjectPattern' ? sourceText(each) : [])),
    ...[...text.matchAll(APART)].map(([match]) => match),
  ].join(' ');
  // Resolvers and procedures take their arguments as a parameter.
  const hasArguments = /^(?:QUERY|MUTATION|SUBSCRIPTION|MESSAGE)$/.test(verb) && fn.params.length > 0;
  return {
    body: names.includes('Body') || names.includes('Payload') || BODY.test(text) || BODY_PART.test(apart),
    other:
      names.some((name) => TAKING.test(name)) ||
      OTHERS.test(text) ||
      OTHER_PART.test(apart) ||
      hasArguments ||
      /[:{[*]/.test(path ?? ''),
  };
}

const CHECKS = [
  'parse',
  'safeParse',
  'parseAsync',
  'safeParseAsync',
  'validate',
  'validateSync',
  'validateAsync',
  'cast',
];

/** A call by which a function puts request data through a schema: `Order.parse(req.body)`. */
function schemaCallIn(fn: FunctionNode): TSESTree.CallExpression | null {
  const { calls } = fileOf(fn).index;
  for (const name of CHECKS)
    for (const call of calls.get(name) ?? [])
      if (isInside(call, fn) && allRequestValues(call).some(({ validatedBy }) => validatedBy)) return call;
  return null;
}

/** https://docs.nestjs.com/techniques/validation: the pipe goes by the class of a parameter; texts and literal types pass. */
const isPipeForClasses = (node: Node): boolean => /^(?:new )?ValidationPipe\b/.test(sourceText(node));

const PLAIN_TYPE = /^(?:Record|Partial|Promise|Array|Date|Request|Response)\b/;

function hasClassParameter({ params }: FunctionNode): boolean {
  return params.some((parameter) => {
    const taking = decoratorsOf(parameter).filter((each) => TAKING.test(decoratorName(each) ?? ''));
    if (taking.length === 0) return false;
    // A pipe at the parameter: `@Param('id', ParseUUIDPipe)`.
    if (taking.some((each) => /Pipe\b|[Ss]chema/.test(sourceText(each)))) return true;
    const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
    const annotation = 'typeAnnotation' in target ? target.typeAnnotation?.typeAnnotation : undefined;
    return annotation?.type === 'TSTypeReference' && !PLAIN_TYPE.test(sourceText(annotation));
  });
}

/** Whether what the client sends passes a schema. */
export const validated: Judge = ({ route, knows, guards, reach }) => {
  const fn = route.handler?.fn;
  const { body, other } = taken(route);
  if (fn && !body && !other) return na('It takes nothing from the request.');
  const proof = coverOf(route, 'validation');
  if (proof && fn && isPipeForClasses(proof.node) && !hasClassParameter(fn))
    return no('`ValidationPipe` checks classes only, and the parameters here are of none.', rangeOf(fn));
  if (proof) return covered(proof, 'checks the input');
  const call = reach.near.map(schemaCallIn).find((each) => each !== null);
  if (call) return yes('The input is put through a schema.', rangeOf(call));
  const inside = fn ? purposeOf({ node: fn, fn }, 'validation') : null;
  if (inside && inside.proof !== 'name') return yes('The handler checks its input.', rangeOf(inside.node));
  if (route.verb === 'MESSAGE') return fn ? no('Nothing checks the message.', rangeOf(fn)) : NO_HANDLER;
  const part = body ? 'body' : 'query';
  if (knows.validated || isRouteValidated(route, part))
    return yes('The schema at the route checks the input.', rangeOf(route.node));
  if (!fn) return NO_HANDLER;
  const [closed] = closedGuards(guards);
  if (closed) return unknown('Something before the handler could not be looked into.', rangeOf(closed.node));
  return no('Nothing puts what the client sends through a schema.', rangeOf(fn));
};
