import { RateLimiterRedis } from 'rate-limiter-flexible';
import Redis from 'ioredis';

export const loginLimiter = new RateLimiterRedis({ storeClient: new Redis(process.env.REDIS_URL!), points: 5, duration: 60 });
