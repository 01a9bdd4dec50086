import { fileOf, sourceText, type BackendFile } from '../../model/file.js';
import type { Route } from '../../model/route.js';
import type { FunctionNode, Node } from '../../syntax/ast.js';
import { calleeName, enclosingFunction, hasBody, isInside } from '../../syntax/nodes.js';
import { allCalled } from '../effects.js';
import { asksItself } from '../applications/public-mutations.js';
import { addressesOf } from '../applications/addresses.js';
import { coverOf, isCovered } from '../applications/coverage.js';
import { queriesOf } from '../queries.js';
import { guardsOf } from '../route-guards.js';
import { routesOf } from '../routes.js';
import { routesServedBy } from '../serving.js';
import { decides } from './caller-names.js';
import { sourceSeen, type Way } from './ids.js';
import { lookupOf, type Lookup } from './lookups.js';
import { ownershipOf } from './owners.js';
import { tieIn, type Tie } from './ties.js';
import { withSlashes } from '../../syntax/file-names.js';

/** A record that a handler reaches by a request's id, with nothing that ties it to who is asking. */
export interface UntiedAccess {
  readonly lookup: Lookup;
  /** The expression of the handler that leads to it: the query, or the call of a function that has it. */
  readonly site: Node;
  readonly route: Route;
  /** `plain`: the caller is asked for nothing; `dropped`: he is handed to a function that leaves him out. */
  readonly kind: 'plain' | 'dropped';
}

const MAX_DEPTH = 3;
const MAX_FUNCTIONS = 30;

/** The first such access of each handler of a file, wherever its route is registered. */
export const untiedAccessesOf = (file: BackendFile): readonly UntiedAccess[] => file.memo(findAll);

function findAll(file: BackendFile): UntiedAccess[] {
  const own = routesOf(file).flatMap(({ handler }) => (handler?.fn && fileOf(handler.fn) === file ? [handler.fn] : []));
  const others = file.index.functions.filter((fn) => mayHandle(fn, file));
  return [...new Set([...own, ...others])].flatMap((fn) => (hasBody(fn) ? (findUntied(fn) ?? []) : []));
}

/** A cheap look at what a route of another file may be served by: it takes something of a request apart. */
const mayHandle = (fn: FunctionNode, file: BackendFile): boolean =>
  fn.params.length > 0 &&
  enclosingFunction(fn) === null &&
  /\b(?:params|query|body|input|args)\b/.test(file.text.slice(...fn.range));

interface Reached {
  readonly lookup: Lookup;
  readonly site: Node;
  readonly way: Way;
}

function findUntied(handler: FunctionNode): UntiedAccess | null {
  const functions = new Set<FunctionNode>([handler]);
  const reached = reach(handler, { handler, calls: [] }, null, functions);
  const asked = reached.filter(({ lookup, way }) => isByRequest(lookup, way));
  if (asked.length === 0) return null;
  const routes = routesServedBy(handler);
  const [route] = routes;
  if (!route || !routes.every(isForCallers)) return null;
  const owned = asked.find(({ lookup }) => isOwned(lookup, route));
  if (!owned || [...functions].some(decidesInside)) return null;
  let tie: Tie = 'none';
  for (const fn of functions) {
    if (!hasBody(fn)) continue;
    const inner = tieIn(fn, handler);
    if (inner === 'tied') return null;
    if (inner === 'dropped') tie = inner;
  }
  return { lookup: owned.lookup, site: owned.site, route, kind: tie === 'dropped' ? 'dropped' : 'plain' };
}

/** The lookups of a function and of the project's functions that it calls. */
function reach(fn: FunctionNode, way: Way, site: Node | null, seen: Set<FunctionNode>): Reached[] {
  const file = fileOf(fn);
  const found: Reached[] = [];
  for (const query of queriesOf(file)) {
    if (!isInside(query.start, fn)) continue;
    const lookup = lookupOf(query);
    if (lookup) found.push({ lookup, site: site ?? query.start, way });
  }
  for (const { call, target } of allCalled(fn, file)) {
    if (seen.has(target) || seen.size > MAX_FUNCTIONS) continue;
    seen.add(target);
    if (way.calls.length < MAX_DEPTH)
      found.push(...reach(target, { ...way, calls: [...way.calls, { call, target }] }, site ?? call, seen));
  }
  return found.sort((a, b) => a.site.range[0] - b.site.range[0]);
}

/** By an id of the request, and by nothing else but constants and more of the request. */
function isByRequest({ id, rest }: Lookup, way: Way): boolean {
  const source = sourceSeen(id, way);
  if (source?.kind !== 'request' || !/^(?:params|query|body|url)$/.test(source.part)) return false;
  return rest.every(({ value }) => value !== null && sourceSeen(value, way)?.kind === 'constant');
}

/** Machines, and people who may do all: what they reach needs no owner. */
const OTHERS =
  /api_?key|webhook|internal|cron|basic|signature|service_?(?:auth|token|account)|machine|admin|staff|backoffice|superuser|moderator|hmac/i;

const MACHINE = /\benv(?:\(\))?\.(?:CRON|INTERNAL|WORKER|SERVICE|WEBHOOK)\w*_(?:SECRET|KEY|TOKEN)\b/;

/** Whether a route is for people who have signed in, none of whom is more than another. */
function isForCallers(route: Route): boolean {
  if (!/^(?:GET|POST|PUT|PATCH|DELETE|QUERY|MUTATION)$/.test(route.verb)) return false;
  if (
    addressesOf(route).some((path) => /admin|internal|cron|webhook|callback|public|backoffice|staff/i.test(path ?? ''))
  )
    return false;
  const path = withSlashes(fileOf(route.node).path);
  if (/admin|internal|cron|webhook|backoffice/i.test(path.slice(path.lastIndexOf('/src/') + 1))) return false;
  // The caller shows a secret of the deployment's: it is a machine of our own.
  if (route.handler?.fn && MACHINE.test(sourceText(route.handler.fn))) return false;
  const proof = coverOf(route, 'authentication');
  if (!proof && !asksItself(route)) return false;
  if (isAuthorized(route)) return false;
  return guardsOf(route).every((guard) => !OTHERS.test(guard.file.text.slice(...guard.node.range)));
}

/** What stands before the handler may look at the record itself. */
function isAuthorized(route: Route): boolean {
  return (
    isCovered(route, 'authorization') ||
    guardsOf(route).some(
      ({ fn, name, node, file }) =>
        decides(name ?? '') || (fn !== null && decidesInside(fn)) || decides(calleeOf(node, file)),
    )
  );
}

const calleeOf = (node: Node, file: BackendFile): string =>
  node.type === 'CallExpression' ? file.text.slice(...node.callee.range) : '';

/** What a function that looks at rights says. */
const REFUSES =
  /\b403\b|[Ff]orbidden|FORBIDDEN|AccessDenied|NotOwner|PermissionDenied|set_config\(|row[ _]level|\.role\b|isAdmin|is_admin/;

function decidesInside(fn: FunctionNode): boolean {
  const file = fileOf(fn);
  if (REFUSES.test(file.text.slice(...fn.range))) return true;
  for (const [name, calls] of file.index.calls)
    if (decides(name) && calls.some((call) => isInside(call, fn) && calleeName(call) === name)) return true;
  return false;
}

/** Whether what is looked up belongs to somebody, so far as this is known. */
function isOwned({ entity, does, query }: Lookup, route: Route): boolean {
  if (query.library.name === 'supabase') return false;
  const ownership = ownershipOf(entity, fileOf(query.start));
  if (ownership === 'owner') return does !== 'load' || !isPublicRead(entity, route);
  return (ownership === 'author' || ownership === 'user') && does !== 'load';
}

/** A record that a route beside it gives to anybody. */
function isPublicRead(_entity: string, route: Route): boolean {
  return /public|share|embed|preview/i.test(route.path ?? '');
}
