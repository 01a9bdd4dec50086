import { entriesOf } from '../facts/applications/route-table.js';
import { guardsOf } from '../facts/route-guards.js';
import { routesOf } from '../facts/routes.js';
import { fileOf, type BackendFile } from '../model/file.js';
import type { Route } from '../model/route.js';
import type { CollectedEndpoint } from './collected.js';
import type { Practice } from './document.js';
import { addPrefix, prefixOf } from './global-prefix.js';
import { lineStarts, rangeOf, type Range } from './place.js';
import type { Answer } from './practices/answer.js';
import { PRACTICES } from './practices/index.js';
import { reachOf } from './reach.js';

/** The routes that a file registers, one entry for each address, with what the model answers for every practice. */
export const collectEndpoints = (file: BackendFile): CollectedEndpoint[] =>
  routesOf(file).flatMap((route) => (route.proof === 'name' ? [] : entriesFor(route)));

function entriesFor(route: Route): CollectedEndpoint[] {
  const entries = entriesOf(route);
  const [first] = entries;
  if (!first) return [];
  const guards = guardsOf(route);
  const reach = reachOf(route);
  const subject = { route, knows: first.knows, reach, guards };
  const answers = Object.fromEntries(
    Object.entries(PRACTICES).map(([practice, { judge }]) => [practice, judge(subject)]),
  ) as Record<Practice, Answer>;
  const fn = route.handler?.fn;
  const prefix = prefixOf(route);
  const common = {
    at: registrationOf(route),
    answers,
    guards: first.guards.map((guard, index) => ({ ...guard, at: rangeOf(guards[index]!.node) })),
    reach: reach.near.map((each) => rangeOf(each)),
  };
  return entries.map(({ framework, method, path, handler }) => ({
    ...common,
    framework,
    method,
    path: prefix === null ? path : addPrefix(prefix, path),
    handler: { name: handler, at: fn ? rangeOf(fn) : null },
  }));
}

/** A call's registration begins where its route is reported: in a chain (`app.get(…).post(…)`) at its own method. */
function registrationOf({ node, call, at }: Route): Range {
  if (node !== call) return rangeOf(node);
  const { text } = fileOf(node);
  const { line, column } = at.loc.start;
  return rangeOf(node, (lineStarts(text)[line - 1] ?? 0) + column);
}
