import { basename } from 'node:path';

import { effectLine } from '../../facts/effects.js';
import { findUnchecked } from '../../facts/webhooks/routes.js';
import { parsedSignaturesOf } from '../../facts/webhooks/signatures.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'require-webhook-signature',
  area: 'auth',
  level: 'warn',
  description: "require that a webhook's sender is checked before its body is acted on",
  cwe: [345],
  mentions: /hook|signature|constructEvent|hmac/i,
  messages: {
    unchecked:
      '{{route}} {{what}} at {{place}}, and nothing shows who sent the request: anybody who knows the address can post an event of his own. Check the signature of the sender over the raw body first.',
    late: '{{route}} {{what}} at {{place}}, before it checks who sent the request: a forged event has done its work by the time it is refused. Check the signature first.',
    serialised:
      'The signature is checked over `{{code}}`, not over the bytes that were signed: key order, spaces or escapes that differ make true events fail, and invite switching the check off. Keep the raw body and hash that.',
    parsed:
      'The signature is checked over a body that was parsed already: it fails for every event, or passes for bytes that nobody signed. Hand over the raw body (`express.raw`, `req.text()`, `rawBody`).',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const { node, how } of parsedSignaturesOf(file))
          report({ node, message: how, data: { code: file.text.slice(...node.range).slice(0, 60) } });
      },
      Route(route) {
        const unchecked = findUnchecked(route);
        if (!unchecked) return;
        const { effect, late } = unchecked;
        report({
          node: route.at.node,
          loc: route.at.loc,
          message: late ? 'late' : 'unchecked',
          data: {
            route: route.path === null || route.path === '' ? 'This webhook' : `${route.verb} ${route.path}`,
            what: effect.what,
            place:
              effect.file === file
                ? `line ${effectLine(effect)}`
                : `${basename(effect.file.path)}:${effectLine(effect)}`,
          },
        });
      },
    };
  },
});
