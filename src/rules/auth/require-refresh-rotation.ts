import { addressOfRoute } from '../../facts/applications/addresses.js';
import { standingRefreshesOf } from '../../facts/tokens/rotation.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'require-refresh-rotation',
  area: 'auth',
  level: 'strict',
  description: 'require that a refresh token is good for one refresh only',
  cwe: [613],
  mentions: /refresh/i,
  messages: {
    kept: '{{route}} hands out an access token and leaves the refresh token as it was: a stolen one works until it expires, beside its owner. Hand out a new one with each refresh, end the old one, and end the family when an ended one comes back.',
    renewed:
      '{{route}} hands out new tokens and leaves the old refresh token valid: a stolen one works until it expires, beside its owner. Delete or mark the old one where the new one is stored, and end the family when it comes back.',
  },
  create({ file, report }) {
    if (file.kind !== 'source') return {};
    return {
      File() {
        for (const { node, route, isRenewed } of standingRefreshesOf(file)) {
          const path = addressOfRoute(route);
          report({
            node,
            message: isRenewed ? 'renewed' : 'kept',
            data: { route: path === null ? 'This refresh' : `${route.verb} ${path}` },
          });
        }
      },
    };
  },
});
