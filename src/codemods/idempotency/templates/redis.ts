import type { StoreCode } from './store.js';

/** The call forms of the two clients. */
const CALLS = {
  ioredis: {
    claim: (redis: string) => `${redis}.set(name(id), JSON.stringify(entry), 'PX', LEASE_MS, 'NX')`,
    run: (redis: string, args: string) => `${redis}.eval(IF_MINE, 1, name(id), ${args})`,
  },
  redis: {
    claim: (redis: string) => `${redis}.set(name(id), JSON.stringify(entry), { NX: true, PX: LEASE_MS })`,
    run: (redis: string, args: string) => `${redis}.eval(IF_MINE, { keys: [name(id)], arguments: [${args}] })`,
  },
} as const;

export type RedisClient = keyof typeof CALLS;

/**
 * @param redis the name of the client in the module
 * @param service whose keys they are: services may share one Redis
 */
export function redisStore(client: RedisClient, redis: string, importLine: string, service: string): StoreCode {
  const { claim, run } = CALLS[client];
  return {
    head: importLine,
    db: null,
    guarantee: ` *
 * A process that dies after the effect of the work and before its answer is kept leaves no sign of the effect here: Redis
 * and what the work writes to share no transaction. Make the effect itself unique by \`work.id\` (a unique column, the
 * payment provider's own idempotency key) where doing it twice would hurt.`,
    steps: `/** Changes an entry only for whoever holds the claim: compared and written in one step. */
const IF_MINE = \`
  local entry = redis.call('GET', KEYS[1])
  if not entry or cjson.decode(entry).token ~= ARGV[1] then return 0 end
  if ARGV[2] == '' then return redis.call('DEL', KEYS[1]) end
  redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
  return 1\`;

const name = (id«: string»)«: string» => \`${service}:idempotency:\${id}\`;

async function claim(id«: string», entry«: Entry»)«: Promise<'claimed' | Entry | null>» {
  if ((await ${claim(redis)}) !== null) return 'claimed';
  const known = await ${redis}.get(name(id));
  return known === null ? null : «(»JSON.parse(known)« as Entry)»;
}

async function write(id«: string», entry«: Entry», lifetime«: number»)«: Promise<void>» {
  await ${run(redis, 'entry.token, JSON.stringify(entry), String(lifetime)')};
}

async function release(id«: string», token«: string»)«: Promise<void>» {
  await ${run(redis, "token, '', '0'")};
}
`,
  };
}
