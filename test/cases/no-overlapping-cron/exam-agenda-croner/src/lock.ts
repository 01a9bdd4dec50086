import { redis } from './db.js';

export async function once(name: string, seconds: number, work: () => Promise<void>): Promise<void> {
  const got = await redis.set(`lock:${name}`, '1', 'EX', seconds, 'NX');
  if (!got) return;
  await work();
}
