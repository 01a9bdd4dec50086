import { Redis } from 'ioredis';

const redis = new Redis();
export async function withLock(name: string, work: () => Promise<void>) {
  if (await redis.set(`lock:${name}`, '1', 'EX', 60, 'NX')) await work();
}
