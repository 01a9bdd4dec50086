// @complete: require-cache-ttl
import { createClient } from 'redis';

const client = createClient({ url: process.env.REDIS_URL });

/** All callers give a time. */
export async function put(key: string, value: unknown, seconds: number): Promise<void> {
  // ok: require-cache-ttl
  await client.set(key, JSON.stringify(value), { EX: seconds });
}

export async function cached<T>(key: string, load: () => Promise<T>): Promise<T> {
  const known = await client.get(key);
  if (known) return JSON.parse(known) as T;
  const value = await load();
  // bad: require-cache-ttl
  // fix: require-cache-ttl
  await client.set(key, JSON.stringify(value));
  return value;
}
