import type { Application, Part, Purpose } from '../../model/application.js';
import { sourceText } from '../../model/file.js';
import type { Route } from '../../model/route.js';
import { isFunction, literalText, unwrapAwait } from '../../syntax/nodes.js';
import { denote, findInstance } from '../entities.js';
import { allMountings, findHost } from '../hosts.js';
import { follow } from '../values.js';
import { allParts, hostsIn, partsOf } from './parts.js';
import { purposeOf, serves } from './purposes.js';

/** The parts that serve a purpose, wherever in the application they are put. */
export const allServing = (application: Application, purpose: Purpose): Part[] =>
  allParts(application).filter((part) => part.kind !== 'route' && serves(part, purpose));

/** Whether any part of the application, of its routers and plugins, or its own handler serves a purpose. */
export function hasPurpose(application: Application, purpose: Purpose): boolean {
  const { handler, node } = application;
  if (handler && purposeOf({ node, fn: handler }, purpose)) return true;
  return allServing(application, purpose).length > 0;
}

/**
 * Whether something that is put on the application can't be looked into: an unresolved import of the project's own, a
 * parameter. What is missing from such an application is not known.
 */
export const isOpen = (application: Application): boolean =>
  partsOf(application).some(
    (part) =>
      (part.kind === 'middleware' ||
        (part.kind === 'setting' && part.method === part.name && part.call.callee.type === 'Identifier')) &&
      part.fn === null &&
      part.module === null &&
      hostsIn(part).length === 0 &&
      isUnknown(part),
  );

function isUnknown({ node, kind, call }: Part): boolean {
  const value = unwrapAwait(kind === 'setting' ? call.callee : node);
  if (isFunction(value) || value.type === 'Literal') return false;
  const called = value.type === 'CallExpression' || value.type === 'NewExpression' ? value.callee : value;
  const followed = follow(called);
  if (followed !== called && followed.type !== 'Identifier' && followed.type !== 'MemberExpression') return false;
  return denote(value) === null && denote(called) === null;
}

const PROBE =
  /^\/?(?:\w*health\w*|live\w*|ready\w*|readiness|liveness|ping|status|metrics|version|info|favicon\.ico|robots\.txt)?(?:\/(?:\w*live\w*|\w*ready\w*|dependencies|check))?\/?$/i;

/** Whether an address is asked by a load balancer, an orchestrator or a collector of metrics. */
export const isProbe = (path: string): boolean => PROBE.test(path);

const ANSWERS = /\bctx\.body\s*=(?!=)/;
/** Middleware may answer by itself: `app.use((ctx) => { ctx.body = … })`. */
export const isAnswering = (application: Application): boolean =>
  partsOf(application).some(
    ({ kind, fn }) =>
      kind === 'middleware' && fn !== null && !/\bnext\(/.test(sourceText(fn)) && ANSWERS.test(sourceText(fn)),
  );

/** A server that answers probes only: of a worker, for a container's health check or for metrics. */
export function isProbeServer(application: Application): boolean {
  const { handler, file } = application;
  if (handler) {
    const text = file.text.slice(handler.range[0], handler.range[1]);
    const isProbing =
      /health|metrics|\bready|\balive|\bping\b/i.test(text) && !/\b(?:POST|PUT|PATCH|DELETE)\b/.test(text);
    // A login's callback on the developer's machine, and a server that knows one answer only.
    return (
      isProbing ||
      /\.close\(\)|callback/i.test(text) ||
      (text.length < 250 && !/url|path|method|\.json\(|body/i.test(text))
    );
  }
  const parts = partsOf(application);
  const routes = parts.filter(({ kind }) => kind === 'route');
  if (application.framework === 'nestjs' || parts.some((part) => hostsIn(part).length > 0)) return false;
  if (routes.length === 0) return !isAnswering(application);
  return routes.every((part) => {
    const { method, fn } = part;
    const path = part.path ?? defaultPathOf(part);
    return (
      /^(?:get|head)$/.test(method) &&
      path !== null &&
      PROBE.test(path) &&
      (path.length > 1 ||
        routes.length > 1 ||
        fn === null ||
        /health|aliv|ready|running|status|\bup\b|\bok\b/i.test(sourceText(fn)))
    );
  });
}

/** The `'/health'` of `settings.route || '/health'`. */
function defaultPathOf({ call }: Part): string | null {
  const [first] = call.arguments;
  const value = first && first.type !== 'SpreadElement' ? follow(first) : null;
  return value?.type === 'LogicalExpression' ? literalText(value.right) : null;
}

/**
 * Whether the application that a route belongs to can be in the project: a router that is exported and that nothing here
 * mounts is a library's, or its application stands elsewhere.
 */
export function isReached(route: Route): boolean {
  const host = route.router && findHost(route.router.node);
  if (!host) return true;
  const isRouterOnly = host.fn !== null || /Router$/.test(findInstance(denote(host.node))?.type.id ?? '');
  return !isRouterOnly || allMountings(host).length > 0;
}
