import { Redis } from '@upstash/redis';
import { type NextRequest, NextResponse } from 'next/server';

const redis = Redis.fromEnv();
type Handler = (request: NextRequest) => Promise<NextResponse>;

/** Runs the handler once for an `Idempotency-Key`, and replays its answer. */
export function withIdempotency(handler: Handler): Handler {
  return async (request) => {
    const header = request.headers.get('Idempotency-Key');
    if (!header) return NextResponse.json({ title: 'Idempotency-Key is required' }, { status: 400 });
    const key = `idem:${request.nextUrl.pathname}:${request.headers.get('x-user-id')}:${header}`;
    const first = await redis.set(key, { state: 'running' }, { nx: true, ex: 86_400 });
    if (!first) {
      const stored = await redis.get<{ state: string; status: number; body: unknown }>(key);
      if (stored?.state !== 'done') return NextResponse.json({ title: 'Still running' }, { status: 409 });
      return NextResponse.json(stored.body, { status: stored.status });
    }
    const answer = await handler(request);
    await redis.set(key, { state: 'done', status: answer.status, body: await answer.clone().json() }, { ex: 86_400 });
    return answer;
  };
}
