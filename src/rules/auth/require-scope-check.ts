import { addressOfRoute } from '../../facts/applications/addresses.js';
import { findUnscoped } from '../../facts/ownership/unscoped.js';
import type { Route } from '../../model/route.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'require-scope-check',
  area: 'auth',
  level: 'strict',
  description: 'require a role, scope or permission on routes that change things, where the project uses them',
  cwe: [862, 285],
  mentions: /post|put|patch|delete|mutation/i,
  messages: {
    unscoped:
      '{{route}} changes data for anybody with a valid token, while {{other}} asks for a right first. Ask for the role or scope that this change needs.',
  },
  create({ file, report }) {
    if (file.kind !== 'source') return {};
    return {
      Route(route) {
        const other = findUnscoped(route);
        if (other)
          report({
            node: route.at.node,
            loc: route.at.loc,
            message: 'unscoped',
            data: { route: nameOf(route), other: nameOf(other) },
          });
      },
    };
  },
});

const nameOf = (route: Route): string => {
  const path = addressOfRoute(route);
  return path === null ? `this ${route.verb}` : `${route.verb} ${path}`;
};
