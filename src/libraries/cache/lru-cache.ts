import type { ExportRow, Library } from '../../model/library.js';

/** https://isaacs.github.io/node-lru-cache/: one of `max`, `maxSize` and `ttl` is asked for since version 7. */
const cache: ExportRow = { new: 'Cache', construct: { cache: { does: 'client', ttl: [] } } };

export const lruCache: Library = {
  name: 'lru-cache',
  kind: 'cache',
  modules: ['lru-cache', 'quick-lru'],
  exports: { default: cache, LRUCache: cache },
  types: { Cache: {} },
};
