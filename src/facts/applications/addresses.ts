import type { Route } from '../../model/route.js';
import { addressesOfHost } from './mounts.js';
import { findHost } from '../hosts.js';
import { joinPaths } from '../paths.js';

const known = new WeakMap<Route, readonly (string | null)[]>();

/**
 * The whole paths under which a route can be called: its own below the prefixes of its router and of all that mount it.
 * One null for a route whose path can't be told; the route's own path where nothing mounts its router.
 */
export function addressesOf(route: Route): readonly (string | null)[] {
  let found = known.get(route);
  if (!found) {
    const { path, router } = route;
    const host = router && findHost(router.node);
    const prefixes = host ? addressesOfHost(host) : [''];
    found =
      path === null
        ? [null]
        : [...new Set(prefixes.map((prefix) => (prefix === null ? null : joinPaths(prefix, path))))];
    known.set(route, found);
  }
  return found;
}

/** The first whole path that is known, else the route's own. */
export const addressOfRoute = (route: Route): string | null =>
  addressesOf(route).find((each) => each !== null) ?? route.path;
