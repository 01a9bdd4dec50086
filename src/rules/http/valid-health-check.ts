import { findHealthFault } from '../../facts/health-checks.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'valid-health-check',
  area: 'http',
  level: 'warn',
  description: 'require readiness checks that ask, and liveness checks that do not',
  mentions: /ready|readiness|live|alive/i,
  messages: {
    asksNothing:
      'This readiness check answers 200 without asking anything: traffic is sent to a process that cannot reach its database. Ask what a request needs, and answer 503 when it does not answer.',
    always200:
      'This readiness check answers 200 whatever it hears: traffic keeps coming to a process that cannot work. Answer 503 when something does not answer.',
    asksDatabase:
      'This liveness check asks a database: when that is slow or away, every process is killed and started again at once, which helps nobody. Leave that to the readiness check.',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      Route(route) {
        const found = findHealthFault(route);
        if (found) report({ node: route.at.node, loc: route.at.loc, message: found.fault });
      },
    };
  },
});
