import type { ExportRow, Library, MemberRow } from '../../model/library.js';
import type { CacheRow } from '../../model/rows/cache.js';

const row = (does: CacheRow['does'], more: Partial<CacheRow> = {}): MemberRow => ({
  cache: { does, key: '0', ...more },
});
const client = (...ttl: string[]): ExportRow => ({ construct: { cache: { does: 'client', ttl } } });

/** https://www.npmjs.com/package/cache-manager: milliseconds behind the value; in version 4 an object, in seconds. */
const managed: Readonly<Record<string, MemberRow>> = {
  get: row('read'),
  mget: row('read'),
  set: row('write', { value: '1', ttl: ['2'], write: '3_600_000' }),
  wrap: row('wrap', { value: '1', ttl: ['2'], write: '3_600_000' }),
  del: row('delete'),
  mdel: row('delete'),
  reset: row('delete'),
  clear: row('delete'),
};
const CACHING: ExportRow = { returns: 'Cache', cache: { does: 'client', ttl: ['0.ttl', '1.ttl', '0.0.ttl'] } };

/** Caches by name, in memory or in front of a store. */
export const caches: readonly Library[] = [
  {
    // https://keyv.org/docs/keyv/#api: milliseconds; none by default
    name: 'keyv',
    kind: 'cache',
    modules: ['keyv', '@keyvhq/core'],
    client: 'Keyv',
    exports: {
      default: { new: 'Keyv', ...client('0.ttl', '1.ttl') },
      Keyv: { new: 'Keyv', ...client('0.ttl', '1.ttl') },
    },
    types: {
      Keyv: {
        members: {
          get: row('read'),
          set: row('write', { value: '1', ttl: ['2'], write: '3_600_000' }),
          delete: row('delete'),
          clear: row('delete'),
          on: { returns: 'this' },
        },
      },
    },
  },
  {
    name: 'cache-manager',
    kind: 'cache',
    modules: ['cache-manager'],
    client: 'Cache',
    exports: {
      createCache: CACHING,
      caching: CACHING,
      multiCaching: { returns: 'Cache' },
      Cache: { annotation: 'Cache' },
    },
    types: { Cache: { members: managed } },
  },
  {
    // https://docs.nestjs.com/techniques/caching: the ttl of `CacheModule.register` is everybody's default
    name: 'nestjs-cache',
    kind: 'cache',
    modules: ['@nestjs/cache-manager'],
    client: 'Cache',
    exports: { Cache: { annotation: 'Cache' }, CacheModule: { type: 'Module' } },
    types: { Cache: { members: managed }, Module: { members: { register: {}, registerAsync: {} } } },
  },
  {
    // https://github.com/node-cache/node-cache#options: seconds; `stdTTL` is 0 by default, which is for ever
    name: 'node-cache',
    kind: 'cache',
    modules: ['node-cache', '@cacheable/node-cache'],
    client: 'NodeCache',
    exports: {
      default: { new: 'NodeCache', ...client('0.stdTTL') },
      NodeCache: { new: 'NodeCache', ...client('0.stdTTL') },
    },
    types: {
      NodeCache: {
        members: {
          get: row('read'),
          take: row('read'),
          set: row('write', { value: '1', ttl: ['2'], write: '3600' }),
          ttl: row('expire'),
          del: row('delete'),
          flushAll: row('delete'),
        },
      },
    },
  },
  {
    // https://developers.cloudflare.com/kv/api/write-key-value-pairs/#expiring-keys
    name: 'workers-kv',
    kind: 'cache',
    modules: ['@cloudflare/workers-types', '@cloudflare/workers-types/experimental'],
    exports: { KVNamespace: { annotation: 'Namespace' } },
    globals: { KVNamespace: { annotation: 'Namespace' } },
    types: {
      Namespace: {
        members: {
          get: row('read', { store: true }),
          getWithMetadata: row('read', { store: true }),
          put: row('write', {
            value: '1',
            ttl: ['2.expirationTtl', '2.expiration'],
            write: '{ expirationTtl: 3600 }',
            store: true,
          }),
          delete: row('delete', { store: true }),
        },
      },
    },
  },
  {
    // https://github.com/memcachejs/memjs#api
    name: 'memjs',
    kind: 'cache',
    modules: ['memjs'],
    exports: { 'Client.create': { returns: 'Client', cache: { does: 'client', ttl: ['1.expires'] } } },
    types: {
      Client: {
        members: {
          get: row('read'),
          set: row('write', { value: '1', ttl: ['2.expires'], write: '{ expires: 3600 }' }),
          delete: row('delete'),
        },
      },
    },
  },
  {
    // https://github.com/3rd-Eden/memcached#api: the lifetime in seconds is the third argument; 0 is for ever
    name: 'memcached',
    kind: 'cache',
    modules: ['memcached'],
    exports: { default: { new: 'Client' } },
    types: {
      Client: { members: { get: row('read'), set: row('write', { value: '1', ttl: ['2'] }), del: row('delete') } },
    },
  },
];
