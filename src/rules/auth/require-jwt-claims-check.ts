import { saidAnywhere } from '../../facts/tokens/options.js';
import { createRule } from '../../rule/create-rule.js';
import { calleeName, enclosingFunction } from '../../syntax/nodes.js';

export const rule = createRule({
  name: 'require-jwt-claims-check',
  area: 'auth',
  level: 'strict',
  description: 'require that a check of a token asks who issued it and for whom',
  cwe: [345],
  mentions: /jwt|jose|jsonwebtoken/i,
  messages: {
    unchecked:
      '{{call}} asks neither who issued the token nor whom it is for: one that was made for another service, or another purpose with the same key, opens this one too. Give issuer and audience.',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      Token(use) {
        const { row, node } = use;
        if (use.does !== 'verify' || use.proof === 'name' || (!row.issuer && !row.audience)) return;
        const issuer = saidAnywhere(
          use,
          row.issuer ?? [],
          (registered) => registered.issuer?.filter((each) => /verif/.test(each)) ?? [],
        );
        const audience = saidAnywhere(
          use,
          row.audience ?? [],
          (registered) => registered.audience?.filter((each) => /verif/.test(each)) ?? [],
        );
        if (issuer !== 'absent' || audience !== 'absent') return;
        const fn = enclosingFunction(node);
        // Compared by hand after the check.
        if (/\.(?:iss|aud)\b|\b(?:iss|aud)\s*[,}]/.test(file.text.slice(...(fn ?? node).range))) return;
        report({
          node,
          message: 'unchecked',
          data: { call: node.callee.type === 'Super' ? 'This strategy' : `${calleeName(node) ?? 'This check'}()` },
        });
      },
    };
  },
});
