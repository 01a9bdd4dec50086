import { cacheAccessesOf } from '../../facts/cache/accesses.js';
import { outgoingOf } from '../../facts/outgoing/calls.js';
import { timeLimitOf, type TimeLimitAnswer } from '../../facts/outgoing/time-limit.js';
import { fileOf, sourceText } from '../../model/file.js';
import type { Outgoing } from '../../model/outgoing.js';
import { decoratorName, decoratorsOf, isInside } from '../../syntax/nodes.js';
import { rangeOf } from '../place.js';
import { counted, isRead, na, NO_HANDLER, no, unknown, yes, type Judge } from './answer.js';

/** Whether it stops waiting for other services. */
export const timedOut: Judge = ({ route, reach }) => {
  if (!route.handler?.fn) return NO_HANDLER;
  const calls = new Map<Outgoing, TimeLimitAnswer>();
  for (const fn of reach.functions) {
    const file = fileOf(fn);
    for (const call of outgoingOf(file))
      if (call.row.does === 'request' && !call.row.database && isInside(call.node, fn))
        calls.set(call, timeLimitOf(call, file));
  }
  const first = (...answers: readonly TimeLimitAnswer[]): Outgoing | undefined =>
    [...calls].find(([, answer]) => answers.includes(answer))?.[0];
  const endless = first('none', 'client');
  if (endless) {
    const client = calls.get(endless) === 'client' ? endless.owner?.at : null;
    return no('It calls another service and sets no limit to the wait.', rangeOf(client ?? endless.node));
  }
  const untold = first('unknown');
  if (untold) return unknown('How long a call to another service waits can’t be told.', rangeOf(untold.node));
  const bounded = first('set');
  if (bounded)
    return yes(`${counted(calls.size, 'call')} to other services, with a time limit.`, rangeOf(bounded.node));
  return reach.isComplete
    ? na('It calls no other service, as far as its calls are known.')
    : unknown('Not all of what it calls could be followed.');
};

/** Frameworks that wait for the handler and answer its errors. */
const WAITING =
  /^(?:fastify|nestjs|hono|koa|elysia|h3|next|sveltekit|trpc|graphql|pothos|lambda|bun|deno|workers|web)(?:-|$)/;

/** Whether an error of the handler is answered. What rules report is laid over this. */
export const errorsHandled: Judge = ({ route }) => {
  const fn = route.handler?.fn;
  const { library } = route;
  const file = fileOf(route.node);
  const isExpress5 =
    library.name === 'express' && (file.project.findPackage(file.path)?.version('express')?.major ?? 0) >= 5;
  if (isExpress5 || WAITING.test(library.name))
    return yes(
      'The framework waits for the handler and hands its errors to the error handler.',
      fn ? rangeOf(fn) : null,
    );
  if (!fn) return NO_HANDLER;
  if (library.name === 'express' || library.name === 'node-http') {
    const wrapper = route.guards.find(({ wraps }) => wraps);
    if (wrapper) return yes('A function round the handler takes its errors.', rangeOf(wrapper.node));
    if (!fn.async)
      return yes('The handler is synchronous, or hands its errors on itself: nothing it throws is lost.', rangeOf(fn));
    return /\bcatch\b/.test(sourceText(fn))
      ? yes('The handler catches what fails.', rangeOf(fn))
      : yes('Nothing in the handler is seen to fail without being caught.', rangeOf(fn));
  }
  return unknown('How the framework treats errors of handlers is not known.');
};

const CACHED_TEXT = /unstable_cache|['"]use cache['"]|\bcacheLife\(|Cache-Control['"][^;]{0,40}max-age/i;

/** Whether answers are kept for the next request. */
export const cached: Judge = ({ route, reach, guards }) => {
  if (!isRead(route)) return na('Only reads are cached.');
  const decorated = [...route.decorators, ...(route.controller ? decoratorsOf(route.controller) : [])].find((each) =>
    /^Cache/.test(decoratorName(each) ?? ''),
  );
  const guard =
    decorated ?? guards.find(({ name }) => name !== null && /cache/i.test(name) && !/no_?cache/i.test(name))?.node;
  if (guard) return yes('What stands before the handler keeps its answers.', rangeOf(guard));
  if (!route.handler?.fn) return NO_HANDLER;
  for (const fn of reach.functions) {
    const file = fileOf(fn);
    const access = cacheAccessesOf(file).find(
      ({ node, row }) => (row.does === 'read' || row.does === 'wrap') && isInside(node, fn),
    );
    if (access) return yes('It asks a cache first.', rangeOf(access.node));
    if (CACHED_TEXT.test(sourceText(fn))) return yes('Its answer may be kept.', rangeOf(fn));
  }
  return reach.isComplete
    ? no('Nothing is cached on the way.', null)
    : unknown('Not all of what it calls could be followed.');
};
