// @complete: no-client-per-request
import type { Pool } from 'pg';
import { connectLimiter, openReplica } from './connect.js';

class Limiter {
  constructor(readonly store: unknown) {}
  async take(_key: string) {
    return true;
  }
}

const limiters = new Map<string, Limiter>();

export async function limiterFor(plan: string) {
  if (limiters.has(plan)) {
    return limiters.get(plan)!;
  }
  const store = await connectLimiter(process.env.REDIS_URL!);
  store.on('error', (error) => console.error(error));
  const limiter = new Limiter(store);
  limiters.set(plan, limiter);
  return limiter;
}

let webhooks: Promise<Limiter> | null = null;

async function buildWebhooks() {
  return new Limiter(await connectLimiter(process.env.REDIS_URL!));
}

export function webhookLimiter() {
  if (!webhooks) {
    webhooks = buildWebhooks().catch((error: unknown) => {
      webhooks = null;
      throw error;
    });
  }
  return webhooks;
}

let replica: Pool | undefined;

export function getReplica() {
  if (replica === undefined) {
    const opened = openReplica(process.env.REPLICA_URL!);
    opened.on('error', (error) => console.error(error));
    replica = opened;
  }
  return replica;
}
