import { addressOfRoute } from '../../facts/applications/addresses.js';
import { isReached } from '../../facts/applications/reach.js';
import { lacksVersion } from '../../facts/applications/versions.js';
import { findHost } from '../../facts/hosts.js';
import { routesOf } from '../../facts/routes.js';
import { fileOf } from '../../model/file.js';
import type { Route } from '../../model/route.js';
import { createRule } from '../../rule/create-rule.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { decoratorName, decoratorsOf } from '../../syntax/nodes.js';

/** With more routes than these a router is reported once. */
const MOST = 4;

export const rule = createRule({
  name: 'require-api-version',
  area: 'http',
  level: 'strict',
  description: 'require a version in the address of every route of an API',
  mentions: /get|post|put|patch|delete|route|all|serve|handler/i,
  messages: {
    missingAll:
      '{{count}} routes of this router have no version in their addresses ({{route}} and others): the first change that breaks a client breaks all of them on the day it is deployed. Mount it below `/v1`, or say the version in a header that the application reads.',
    missing:
      '{{route}} has no version in its address: the first change that breaks a client breaks all of them on the day it is deployed. Mount it below `/v1`, or say the version in a header that the application reads.',
  },
  create({ file, report }) {
    if (file.kind !== 'source') return {};
    return {
      File() {
        const groups = new Map<unknown, Route[]>();
        for (const route of routesOf(file)) {
          if (!lacksVersion(route) || !isReached(route)) continue;
          const home = homeOf(route);
          const group = groups.get(home?.node);
          if (group) group.push(route);
          else groups.set(home?.node, [route]);
        }
        for (const routes of groups.values()) {
          const home = homeOf(routes[0]!);
          const named = routes.map((route) => `${route.verb} ${addressOfRoute(route) ?? ''}`.trim());
          if (routes.length > MOST && home)
            report({ ...home, message: 'missingAll', data: { count: String(routes.length), route: named[0]! } });
          else
            for (const [index, { at }] of routes.entries())
              report({ node: at.node, loc: at.loc, message: 'missing', data: { route: named[index]! } });
        }
      },
    };
  },
});

/** Where a version for all routes of a router would be written: where it is made, its class, or its first route. */
function homeOf(route: Route): { node: Node; loc?: TSESTree.SourceLocation } | null {
  const { controller, router } = route;
  if (controller) {
    const decorator = decoratorsOf(controller).find((each) => decoratorName(each) === 'Controller');
    return fileOf(controller) === fileOf(route.node) ? { node: decorator ?? controller } : null;
  }
  const host = router && findHost(router.node);
  return host && host.fn === null && host.file === fileOf(route.node) ? { node: host.node } : null;
}
