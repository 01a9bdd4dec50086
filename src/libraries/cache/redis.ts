import type { Library, MemberRow } from '../../model/library.js';
import type { CacheRow } from '../../model/rows/cache.js';

const row = (does: CacheRow['does'], more: Partial<CacheRow> = {}): MemberRow => ({
  cache: { does, key: '0', store: true, ...more },
});
const chain = (name: string): MemberRow => ({ returns: name });

/** https://redis.io/docs/latest/commands/set: `EX`, `PX`, `EXAT` and `PXAT` set an expiry, `KEEPTTL` keeps the one there is. */
const WORDS = /^(?:EX|PX|EXAT|PXAT|KEEPTTL|NX|XX)$/i;
const FLAGS = ['EX', 'PX', 'EXAT', 'PXAT', 'KEEPTTL', 'NX', 'XX', 'expiration', 'condition'];

/** Commands of all Redis clients, in the spelling of each; `write` is how an expiry is given to `set`. */
function commands(self: string, ttl: readonly string[], write: string): Record<string, MemberRow> {
  return {
    get: row('read'),
    mget: row('read'),
    mGet: row('read'),
    getex: row('read'),
    hget: row('read'),
    hGet: row('read'),
    hgetall: row('read'),
    hGetAll: row('read'),
    set: { ...row('write', { value: '1', ttl, words: WORDS, write }), returns: 'this' },
    mset: { ...row('write', { value: '0' }), returns: 'this' },
    mSet: { ...row('write', { value: '0' }), returns: 'this' },
    hset: { ...row('write', { value: '1' }), returns: 'this' },
    hSet: { ...row('write', { value: '1' }), returns: 'this' },
    hmset: { ...row('write', { value: '1' }), returns: 'this' },
    setex: { ...row('write', { value: '2', ttl: ['1'] }), returns: 'this' },
    setEx: { ...row('write', { value: '2', ttl: ['1'] }), returns: 'this' },
    psetex: { ...row('write', { value: '2', ttl: ['1'] }), returns: 'this' },
    pSetEx: { ...row('write', { value: '2', ttl: ['1'] }), returns: 'this' },
    del: { ...row('delete'), returns: 'this' },
    unlink: { ...row('delete'), returns: 'this' },
    expire: { ...row('expire'), returns: 'this' },
    pexpire: { ...row('expire'), returns: 'this' },
    pExpire: { ...row('expire'), returns: 'this' },
    expireat: { ...row('expire'), returns: 'this' },
    expireAt: { ...row('expire'), returns: 'this' },
    multi: chain(self),
    pipeline: chain(self),
    duplicate: chain(self),
    connect: chain(self),
    on: { returns: 'this' },
    once: { returns: 'this' },
  };
}

/** `new Redis(port, host, options)`, `new Redis(url, options)`, `new Redis(options)`. */
const ioredisOptions: MemberRow = {
  secrets: [
    ...['0', '1', '2'].flatMap((at) => [`${at}.password`, `${at}.sentinelPassword`]),
    '1.redisOptions.password',
  ],
};

/** Redis clients; credentials in a connection URL are seen wherever a URL stands. */
export const redisClients: readonly Library[] = [
  {
    // https://redis.github.io/ioredis/classes/Redis.html
    name: 'ioredis',
    kind: 'cache',
    modules: ['ioredis'],
    client: 'Redis',
    exports: {
      default: { new: 'Redis', construct: ioredisOptions },
      Redis: { new: 'Redis', construct: ioredisOptions },
      Cluster: { new: 'Redis', construct: ioredisOptions },
    },
    types: { Redis: { members: commands('Redis', [], "'EX', 3600") } },
  },
  {
    // https://github.com/redis/node-redis/blob/master/docs/client-configuration.md
    name: 'redis',
    kind: 'cache',
    modules: ['redis', '@redis/client'],
    client: 'Client',
    exports: {
      // https://github.com/redis/node-redis#events: "you MUST listen to error events".
      createClient: { returns: 'Client', secrets: ['0.password'], emits: true },
      createCluster: { returns: 'Client', secrets: ['0.defaults.password'], emits: true },
      RedisClientType: { annotation: 'Client' },
      RedisClusterType: { annotation: 'Client' },
    },
    types: {
      Client: {
        members: commands(
          'Client',
          FLAGS.map((flag) => `2.${flag}`),
          '{ EX: 3600 }',
        ),
      },
    },
  },
  {
    // https://upstash.com/docs/redis/sdks/ts/getstarted
    name: 'upstash-redis',
    kind: 'cache',
    modules: ['@upstash/redis', '@upstash/redis/*'],
    client: 'Redis',
    exports: { Redis: { new: 'Redis', construct: { secrets: ['0.token'] } }, 'Redis.fromEnv': { returns: 'Redis' } },
    types: {
      Redis: {
        members: commands(
          'Redis',
          ['ex', 'px', 'exat', 'pxat', 'keepTtl', 'nx', 'xx'].map((flag) => `2.${flag}`),
          '{ ex: 3600 }',
        ),
      },
    },
  },
];
