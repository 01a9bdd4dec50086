import { staleWritesOf } from '../../facts/cache/invalidation.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'require-cache-invalidation',
  area: 'cache',
  level: 'warn',
  description: 'require that every write to a cached entity drops what is cached of it',
  cwe: [672],
  messages: {
    stale:
      'This writes {{entity}} and leaves what is cached of it, which {{other}} drops: until it expires, readers get the old data from here on. Drop the same keys after this write.',
  },
  create({ file, report }) {
    if (file.kind !== 'source') return {};
    return {
      File() {
        for (const { query, entity, other } of staleWritesOf(file))
          report({ node: query, message: 'stale', data: { entity, other } });
      },
    };
  },
});
