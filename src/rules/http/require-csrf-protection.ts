import { addressOfRoute } from '../../facts/applications/addresses.js';
import { findForgery } from '../../facts/applications/forgery.js';
import { isReached } from '../../facts/applications/reach.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'require-csrf-protection',
  area: 'http',
  level: 'warn',
  description: 'require a CSRF defence on changes that a cookie authenticates',
  cwe: [352],
  mentions: /post|put|patch|delete/i,
  messages: {
    unprotected:
      '{{route}} changes something for whoever the {{cookie}} names, and {{reach}} of any other site carries that cookie along: a page that your user visits acts in their name. Set `sameSite: "lax"` on the cookie, or ask for a CSRF token or an own origin.',
  },
  create({ file, report }) {
    if (file.kind !== 'source') return {};
    return {
      Route(route) {
        const forgery = findForgery(route);
        if (!forgery || !isReached(route)) return;
        const path = addressOfRoute(route);
        report({
          node: route.at.node,
          loc: route.at.loc,
          message: 'unprotected',
          data: {
            route: path === null ? `This ${route.verb}` : `${route.verb} ${path}`,
            cookie: forgery.by === 'session' ? "session's cookie" : 'token in a cookie',
            reach: forgery.reach === 'form' ? 'a form' : 'a bodyless request',
          },
        });
      },
    };
  },
});
