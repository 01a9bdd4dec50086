import { Ratelimit } from '@upstash/ratelimit';
import { Redis } from '@upstash/redis';

const limiter = new Ratelimit({ redis: Redis.fromEnv(), limiter: Ratelimit.slidingWindow(5, '60 s') });

export async function guardAttempts(request: Request, scope: string) {
  const ip = request.headers.get('x-forwarded-for') ?? 'local';
  const { success } = await limiter.limit(`${scope}:${ip}`);
  return success ? null : new Response('Too many requests', { status: 429 });
}
