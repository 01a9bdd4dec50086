import type { Purpose, PurposeProof } from '../../model/application.js';
import { fileOf, sourceText } from '../../model/file.js';
import type { Route } from '../../model/route.js';
import { argumentAt, constantOf, follow, propertyIn } from '../values.js';
import type { TSESTree } from '../../syntax/ast.js';
import { calleeName, decoratorName, decoratorsOf } from '../../syntax/nodes.js';
import { allReturns } from '../../syntax/walk.js';
import { denote } from '../entities.js';
import { guardsOf } from '../route-guards.js';
import { covers } from '../paths.js';
import { applicationsOf } from './applications.js';
import { partsOf } from './parts.js';
import { isFromPackage, purposeOf } from './purposes.js';
import { RECOGNISERS } from './recognisers.js';

/** What the route's own handler may do itself; for the others only what stands before it counts. */
const INLINE: ReadonlySet<Purpose> = new Set(['rate-limit', 'csrf', 'request-id']);

const known = new WeakMap<Route, Map<Purpose, PurposeProof | null>>();

/**
 * Whether a route is covered by something: by a guard at the route, its router, application, module or framework file,
 * by a decorator, by an option of the route, or (rate limits, CSRF checks) by the handler itself. The proof says where.
 */
export function coverOf(route: Route, purpose: Purpose): PurposeProof | null {
  let answers = known.get(route);
  if (!answers) known.set(route, (answers = new Map<Purpose, PurposeProof | null>()));
  const answer = answers.get(purpose);
  if (answer !== undefined) return answer;
  const found = find(route, purpose);
  answers.set(purpose, found);
  return found;
}

export const isCovered = (route: Route, purpose: Purpose): boolean => coverOf(route, purpose) !== null;

function find(route: Route, purpose: Purpose): PurposeProof | null {
  // https://docs.nestjs.com/security/rate-limiting#customization: the route is left out of what stands for all.
  if (
    purpose === 'rate-limit' &&
    route.decorators.some((each) => /^Skip(?:Throttle|RateLimit)/.test(decoratorName(each) ?? ''))
  )
    return null;
  for (const guard of guardsOf(route)) {
    const proof = isOptional(guard.node) ? null : purposeOf(guard, purpose);
    if (proof) return proof;
  }
  return (
    decoratorCover(route, purpose) ??
    optionCover(route, purpose) ??
    adapterCover(route, purpose) ??
    inlineCover(route, purpose)
  );
}

/** `register(rateLimit, { global: false })` covers only those routes that ask for it. */
function isOptional(node: Route['node']): boolean {
  const call = node.parent;
  if (call?.type !== 'CallExpression' || call.arguments[0] !== node) return false;
  const global = argumentAt(call, '1.global');
  return typeof global !== 'string' && constantOf(global) === false;
}

/** `@Throttle(…)`, `@Auth()`, `@Public()`-less classes: decorators of the method and its class, by package or name. */
function decoratorCover(route: Route, purpose: Purpose): PurposeProof | null {
  const { decorators, controller } = route;
  const { named, not } = RECOGNISERS[purpose];
  for (const decorator of [...decorators, ...(controller ? decoratorsOf(controller) : [])]) {
    const name = decoratorName(decorator) ?? '';
    // What takes guards was looked at; what describes (`@ApiBearerAuth`) or injects guards nothing.
    if (/^(?:Use[A-Z]|Api|Skip|Public|Controller|Inject)/.test(name)) continue;
    if (isFromPackage(decorator.expression, purpose)) return { proof: 'import', node: decorator };
    if (named.test(name) && not?.test(name) !== true && !isUnread(decorator, route))
      return { proof: 'name', node: decorator };
  }
  return null;
}

/** `Roles = (...roles) => SetMetadata('roles', roles)` on a route that no guard stands before: nobody reads it. */
function isUnread({ expression }: TSESTree.Decorator, route: Route): boolean {
  if (expression.type !== 'CallExpression' || guardsOf(route).length > 0) return false;
  const made = denote(expression.callee);
  if (made?.kind === 'function')
    return allReturns(made.node).every(
      (returned) => returned.type === 'CallExpression' && calleeName(returned) === 'SetMetadata',
    );
  const value = follow(expression.callee);
  return (
    value.type === 'CallExpression' && calleeName(value) === 'createDecorator' && /^Reflector\b/.test(sourceText(value))
  );
}

/** Fastify: `{ config: { rateLimit: { max: 5 } } }` in the route's options. */
function optionCover({ call, library }: Route, purpose: Purpose): PurposeProof | null {
  if (!call || library.name !== 'fastify') return null;
  for (const argument of call.arguments) {
    const options = argument.type === 'SpreadElement' ? null : follow(argument);
    if (options?.type !== 'ObjectExpression') continue;
    if (purpose === 'validation' && propertyIn(options, 'schema')) return { proof: 'import', node: options };
    const config = propertyIn(options, 'config');
    const inner = config && config !== 'unknown' ? follow(config) : null;
    if (purpose !== 'rate-limit' || inner?.type !== 'ObjectExpression') continue;
    const limit = propertyIn(inner, 'rateLimit');
    if (limit && (limit === 'unknown' || constantOf(limit) !== false)) return { proof: 'import', node: inner };
  }
  return null;
}

const ADAPTERS =
  /\b(?:createExpressMiddleware|trpcServer|fastifyTRPCPlugin|fetchRequestHandler|createHTTPServer|expressMiddleware|graphqlHTTP|createYoga)\b|['"`]\/[\w/-]*(?:trpc|graphql)\b/;

/** Procedures and resolvers are reached through an adapter: what stands before it on its application covers them. */
function adapterCover(route: Route, purpose: Purpose): PurposeProof | null {
  if (!/^(?:QUERY|MUTATION|SUBSCRIPTION)$/.test(route.verb)) return null;
  const file = fileOf(route.node);
  for (const path of file.project.filesMentioning(file.path, ADAPTERS).slice(0, 10)) {
    const other = path === file.path ? file : file.project.open(path);
    if (other?.kind !== 'source') continue;
    for (const application of applicationsOf(other))
      for (const part of partsOf(application)) {
        if (
          part.kind !== 'middleware' ||
          (part.path !== '' &&
            !covers(part.path ?? '', '/trpc') &&
            !covers(part.path ?? '', '/graphql') &&
            !/trpc|graphql/i.test(part.path ?? ''))
        )
          continue;
        const proof = purposeOf(part, purpose);
        if (proof) return proof;
      }
  }
  return null;
}

function inlineCover({ handler }: Route, purpose: Purpose): PurposeProof | null {
  if (!handler?.fn || !INLINE.has(purpose)) return null;
  const proof = purposeOf({ node: handler.fn, fn: handler.fn }, purpose);
  return proof && proof.proof !== 'name' ? proof : null;
}
