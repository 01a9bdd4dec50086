import { sensitiveClaimsOf } from '../../facts/tokens/sensitive-claims.js';
import { fileOf } from '../../model/file.js';
import { createRule } from '../../rule/create-rule.js';
import type { Node } from '../../syntax/ast.js';

export const rule = createRule({
  name: 'no-sensitive-jwt-claims',
  area: 'auth',
  level: 'error',
  description: 'disallow passwords, secrets and whole records in the payload of a token',
  cwe: [522, 312],
  mentions: /jwt|jose|jsonwebtoken/i,
  messages: {
    claim:
      "'{{name}}' goes into the token, which is signed and not encrypted: whoever holds or logs it reads the claim with base64 alone. Leave it out, and look it up by the user's id.",
    record:
      "The whole record '{{name}}' goes into the token, with its password hash and whatever columns come later, readable by whoever holds or logs it. Name the claims that are needed: the user's id, a role.",
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    const reported = new Set<Node>();
    return {
      Token(use) {
        if (use.does !== 'sign' || use.proof === 'name') return;
        for (const { node, name, whole } of sensitiveClaimsOf(use)) {
          const place = fileOf(node) === file ? node : use.node;
          if (reported.has(place)) continue;
          reported.add(place);
          report({ node: place, message: whole ? 'record' : 'claim', data: { name } });
        }
      },
    };
  },
});
