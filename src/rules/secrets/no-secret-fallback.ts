import { fallbacksOf } from '../../facts/environment-secrets/fallbacks.js';
import { isTestData } from '../../facts/secrets.js';
import { findFallbackFix } from '../../fix/secret-fallback.js';
import { createRule } from '../../rule/create-rule.js';
import { constantOf } from '../../facts/values.js';

export const rule = createRule({
  name: 'no-secret-fallback',
  area: 'secrets',
  level: 'error',
  description: 'disallow literals that stand in for a missing secret',
  cwe: [1188, 798],
  suggests: true,
  mentions: /pass|pwd|pw\b|secret|token|key|auth|cred|jwt|pat\b|bearer|pepper|env|:\/\//i,
  messages: {
    literal:
      'Where `{{name}}` is missing, this text takes its place: one forgotten variable in a deployment, and everybody who has read the source can sign in with it. Stop at the start instead.',
    empty:
      'Where `{{name}}` is missing, an empty text takes its place: signatures made with it can be made by anybody. Stop at the start instead.',
    stop: 'Throw when {{name}} is missing',
  },
  create({ file, report }) {
    if (isTestData(file.kind) || file.kind === 'migration') return {};
    return {
      File() {
        for (const fallback of fallbacksOf(file)) {
          const { node, name } = fallback;
          const isEmpty = constantOf(node) === '';
          const fix = findFallbackFix(fallback);
          report({
            node,
            message: isEmpty ? 'empty' : 'literal',
            data: { name },
            suggest: [fix && { message: 'stop', data: { name }, fix }],
          });
        }
      },
    };
  },
});
