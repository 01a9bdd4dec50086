import { earlyReturnsOf, unsafeComparisonsOf, type UnsafeComparison } from '../../facts/credentials/comparisons.js';
import { findTimingSafeFix } from '../../fix/timing-safe.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'no-timing-unsafe-compare',
  area: 'auth',
  level: 'error',
  description: 'disallow comparisons of secrets that stop at the first difference',
  cwe: [208],
  fixable: true,
  suggests: true,
  messages: {
    compare:
      '`{{operator}}` stops at the first character that differs, so its time tells how much of {{what}} was right: it can be guessed piece by piece. Compare with crypto.timingSafeEqual over Buffers of the same length.',
    helper:
      'This comparison returns at the first difference, though its function is named for constant time: whoever relies on it leaks the secret by its timing. Use crypto.timingSafeEqual.',
    hashed: 'Compare the digests of both in constant time',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    if (/^\s*['"]use client['"]/.test(file.text)) return {};
    return {
      File() {
        const helpers = new Set(earlyReturnsOf(file));
        for (const node of helpers) report({ node, message: 'helper' });
        for (const comparison of unsafeComparisonsOf(file)) {
          if (helpers.has(comparison.node)) continue;
          const fix = findTimingSafeFix(comparison, file);
          report({
            node: comparison.node,
            message: 'compare',
            data: { operator: operatorOf(comparison), what: WHAT[comparison.kind] },
            ...(fix?.safe ? { fix: fix.edit } : {}),
            suggest: [fix && !fix.safe ? { message: 'hashed', fix: fix.edit } : null],
          });
        }
      },
    };
  },
});

const operatorOf = ({ node, buffers }: UnsafeComparison): string =>
  node.type === 'BinaryExpression' ? (buffers ? 'Buffer.compare' : node.operator) : '.equals()';

const WHAT: Readonly<Record<UnsafeComparison['kind'], string>> = {
  signature: 'the signature',
  otp: 'the code',
  token: 'the token',
  secret: 'the secret',
  'api-key': 'the key',
  password: 'the password',
};
