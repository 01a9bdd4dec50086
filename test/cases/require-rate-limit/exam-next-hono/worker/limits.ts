import { rateLimiter } from 'hono-rate-limiter';

export const strict = rateLimiter({ windowMs: 60_000, limit: 5, keyGenerator: (c) => c.req.header('cf-connecting-ip') ?? '' });
