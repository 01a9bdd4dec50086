import { weakCostsOf } from '../../facts/passwords/costs.js';
import { weakPasswordsOf } from '../../facts/passwords/weak.js';
import { createRule } from '../../rule/create-rule.js';
import type { Node } from '../../syntax/ast.js';

const INSTEAD = 'Argon2id (19 MiB, 2 iterations), else scrypt (N = 2^17, r = 8, p = 1) or bcrypt (10 rounds or more)';

export const rule = createRule({
  name: 'no-weak-password-hash',
  area: 'auth',
  level: 'error',
  description: 'disallow storing passwords so that they can be guessed or read',
  cwe: [916, 256, 257],
  mentions: /passw|pwd|bcrypt|genSalt/i,
  messages: {
    fast: `The password is hashed with {{by}}, which is made to be fast: a stolen table is guessed through at billions a second. Use ${INSTEAD}.`,
    plain: `The password is compared as it is stored, so it is stored as it is: one leak of the table gives away every account, here and elsewhere. Store a hash by ${INSTEAD}.`,
    reversible: `The password is encrypted with {{by}}: whoever gets the key with the table reads all of them at once. Store a hash by ${INSTEAD}.`,
    cost: '{{what}} is too little: a stolen table is guessed through that much faster. OWASP asks for {{least}} or more.',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        const reported = new Set<Node>();
        for (const { node, kind, by } of weakPasswordsOf(file)) {
          if (reported.has(node)) continue;
          reported.add(node);
          report({ node, message: kind === 'fast-hash' ? 'fast' : kind, data: { by } });
        }
        for (const { node, what, least } of weakCostsOf(file)) report({ node, message: 'cost', data: { what, least } });
      },
    };
  },
});
