import { addressOfRoute } from '../../facts/applications/addresses.js';
import { isReached } from '../../facts/applications/reach.js';
import { lacksVersion } from '../../facts/applications/versions.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'require-api-version',
  area: 'http',
  level: 'strict',
  description: 'require a version in the address of every route of an API',
  mentions: /get|post|put|patch|delete|route|all|serve|handler/i,
  messages: {
    missing:
      '{{route}} has no version in its address: the first change that breaks a client breaks all of them on the day it is deployed. Mount it below `/v1`, or say the version in a header that the application reads.',
  },
  create({ file, report }) {
    if (file.kind !== 'source') return {};
    return {
      Route(route) {
        if (!lacksVersion(route) || !isReached(route)) return;
        report({
          node: route.at.node,
          loc: route.at.loc,
          message: 'missing',
          data: { route: `${route.verb} ${addressOfRoute(route) ?? ''}`.trim() },
        });
      },
    };
  },
});
