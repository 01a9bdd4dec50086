import { addressOfRoute } from '../../facts/applications/addresses.js';
import { isPublicMutation } from '../../facts/applications/public-mutations.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'require-auth-on-mutations',
  area: 'http',
  level: 'strict',
  description: 'require that routes which change something know who calls',
  cwe: [306, 862],
  mentions: /post|put|patch|delete|mutation|all|route|serve|handler/i,
  messages: {
    open: '{{route}} changes data, and nothing before its handler asks who calls: anyone who finds the address can do it. Put authentication before it, on the route or its router.',
  },
  create({ file, report }) {
    if (file.kind !== 'source') return {};
    return {
      Route(route) {
        if (!isPublicMutation(route)) return;
        const path = addressOfRoute(route);
        report({
          node: route.at.node,
          loc: route.at.loc,
          message: 'open',
          data: { route: path === null ? `This ${route.verb}` : `${route.verb} ${path}` },
        });
      },
    };
  },
});
