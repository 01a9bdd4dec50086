import type { Library, MemberRow } from '../../model/library.js';

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
    types: { Redis: {} },
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
    },
    types: { Client: {} },
  },
  {
    // https://upstash.com/docs/redis/sdks/ts/getstarted
    name: 'upstash-redis',
    kind: 'cache',
    modules: ['@upstash/redis', '@upstash/redis/*'],
    client: 'Redis',
    exports: { Redis: { new: 'Redis', construct: { secrets: ['0.token'] } } },
    types: { Redis: {} },
  },
];
