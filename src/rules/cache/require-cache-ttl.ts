import { cacheAccessesOf, methodOf } from '../../facts/cache/accesses.js';
import { expiryOf, isUsedAsCache } from '../../facts/cache/expiry.js';
import { findExpiryFix } from '../../fix/expiry.js';
import { createRule } from '../../rule/create-rule.js';
import { option } from '../../rule/options.js';

export const rule = createRule({
  name: 'require-cache-ttl',
  area: 'cache',
  level: 'warn',
  description: 'require an expiry on what is put into a cache',
  cwe: [770, 672],
  suggests: true,
  options: {
    durable: option.strings([], 'Words in keys, clients or functions that mark state which is meant to stay.'),
  },
  messages: {
    forever:
      '{{what}} puts this into the cache for ever: it is answered with long after the data changed, and the store grows until it evicts what is needed or refuses writes. Give it an expiry ({{how}}).',
    add: 'Let it expire after an hour: {{code}}',
  },
  create({ file, options, sourceCode, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const access of cacheAccessesOf(file)) {
          const { row, node, proof } = access;
          if ((row.does !== 'write' && row.does !== 'wrap') || proof === 'name') continue;
          if (expiryOf(access, file) !== 'none' || !isUsedAsCache(access, file, options.durable)) continue;
          const fix = findExpiryFix(access, file);
          const what = sourceCode.text.slice(...node.callee.range).replaceAll(/\s+/g, '');
          report({
            node,
            message: 'forever',
            data: {
              what: what.length <= 60 ? what : methodOf(access),
              how: fix?.code ?? (/^h/.test(methodOf(access)) ? 'EXPIRE after it' : 'a ttl'),
            },
            suggest: [fix && { message: 'add', data: { code: fix.code }, fix: fix.fix }],
          });
        }
      },
    };
  },
});
