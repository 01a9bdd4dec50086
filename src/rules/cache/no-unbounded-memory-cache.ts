import { isBrowserCode } from '../../facts/browser.js';
import { growingCollectionsOf } from '../../facts/cache/collections.js';
import { lineOf } from '../../model/file.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'no-unbounded-memory-cache',
  area: 'cache',
  level: 'strict',
  description: 'disallow collections that requests fill and nothing empties',
  cwe: [401, 770],
  mentions: /new (?:Map|Set|LRU\w*|QuickLRU)\b|[=:]\s*(?:\{\}|\[\])/,
  messages: {
    grows:
      '{{name}} lives as long as the process, line {{line}} adds to it per request, and nothing ever takes anything out: memory grows until the process is killed. Bound it (lru-cache with max and ttl), or delete what is done with.',
    unbounded:
      '{{name}} is made without max, maxSize or ttl: it never evicts anything, or throws when it is made. Give it a max, and a ttl for what goes stale.',
  },
  create({ file, report }) {
    if (file.kind !== 'source' || isBrowserCode(file)) return {};
    return {
      File() {
        for (const { name, node, write } of growingCollectionsOf(file))
          report({
            node,
            message: write ? 'grows' : 'unbounded',
            data: { name, line: write ? String(lineOf(write)) : '' },
          });
      },
    };
  },
});
