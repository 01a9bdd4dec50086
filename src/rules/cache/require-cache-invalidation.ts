import { staleWritesOf } from '../../facts/cache/invalidation.js';
import { createRule } from '../../rule/create-rule.js';
import { option } from '../../rule/options.js';

export const rule = createRule({
  name: 'require-cache-invalidation',
  area: 'cache',
  level: 'strict',
  description: 'require that every write to a cached entity drops what is cached of it',
  cwe: [672],
  options: {
    checkNeverDropped: option.boolean(
      false,
      'Also report writes to an entity that is cached, and that no writer drops at all.',
      true,
    ),
  },
  messages: {
    kept: 'This writes {{entity}}, which {{other}} caches, and nobody drops what is kept: until it expires, readers get the old data. Drop the same keys after this write.',
    stale:
      'This writes {{entity}} and leaves what is cached of it, which {{other}} drops: until it expires, readers get the old data from here on. Drop the same keys after this write.',
  },
  create({ file, options, report }) {
    if (file.kind !== 'source') return {};
    return {
      File() {
        for (const { node, entity, other, isDropped } of staleWritesOf(file, options.checkNeverDropped))
          report({ node, message: isDropped ? 'stale' : 'kept', data: { entity, other } });
      },
    };
  },
});
