import { addressesOf } from '../../facts/applications/addresses.js';
import { findHarmfulRepeat } from '../../facts/harmful-repeats.js';
import { handlesKey } from '../../facts/idempotency.js';
import { routesOf } from '../../facts/routes.js';
import { fileOf, lineOf } from '../../model/file.js';
import type { Route } from '../../model/route.js';
import { Refusal } from '../plan.js';
import { shown, type Target } from './target.js';

/** What the rule takes for the sign of a key. */
export const SIGNS = { headers: ['idempotency-key', 'x-idempotency-key'], middleware: '' };

/** `POST /orders`, for people. */
export const nameOf = (route: Route): string =>
  `${route.verb} ${addressesOf(route)[0] ?? route.path ?? '(unknown path)'}`;

/** The routes of the files asked for. */
export const allRoutes = (target: Target): Route[] =>
  target.asked.filter(({ kind }) => kind === 'source' || kind === 'config').flatMap((file) => [...routesOf(file)]);

/**
 * The routes that are named, each once.
 * @param named `POST /orders`; a path may leave out what its router is mounted under
 * @throws {Refusal} for a name that fits none of them, or several
 */
export function namedRoutes(target: Target, named: readonly string[]): Route[] {
  const routes = allRoutes(target);
  return named.map((name) => {
    const [, verb, path] = /^\s*([A-Za-z]+)\s+(\S+)\s*$/.exec(name) ?? [];
    if (verb === undefined || path === undefined)
      throw new Refusal(`--route takes a method and a path, such as 'POST /orders', not "${name}".`);
    const ofVerb = routes.filter((route) => route.verb === verb.toUpperCase());
    const plain = (text: string): string => `/${text.replaceAll(/^\/+|\/+$/g, '')}`;
    const whole = ofVerb.filter((route) =>
      addressesOf(route).some((each) => each !== null && plain(each) === plain(path)),
    );
    const found =
      whole.length > 0 ? whole : ofVerb.filter((route) => route.path !== null && plain(route.path) === plain(path));
    if (found.length > 1)
      throw new Refusal(
        `${name} is ${found.map((each) => `${shown(target, fileOf(each.node).path)}:${lineOf(each.node)}`).join(' and ')}: name the file too.`,
      );
    if (found.length === 0) {
      const known = [...new Set(ofVerb.map(nameOf))].slice(0, 6).join(', ');
      throw new Refusal(`There is no route ${name}${known === '' ? '' : `; there are ${known}`}.`);
    }
    return found[0]!;
  });
}

/** The routes that the rule reports. */
export const reportedRoutes = (target: Target): Route[] =>
  allRoutes(target).filter((route) => findHarmfulRepeat(route) !== null && !handlesKey(route, SIGNS));
