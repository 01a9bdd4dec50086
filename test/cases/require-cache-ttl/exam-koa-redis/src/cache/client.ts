import { Redis } from '@upstash/redis';
import { createCache } from 'cache-manager';
import NodeCache from 'node-cache';
import { createClient } from 'redis';

export const redis = createClient({ url: process.env.REDIS_URL });
export const edge = Redis.fromEnv();
export const local = new NodeCache({ stdTTL: 60 });
export const eternal = new NodeCache({ stdTTL: 0 });
export const unbounded = createCache();
export const bounded = createCache({ ttl: 30_000 });

export const HOUR = { EX: 3600 };
export const PLAIN = { GET: true };
