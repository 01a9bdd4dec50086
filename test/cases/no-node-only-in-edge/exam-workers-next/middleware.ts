// @complete: no-node-only-in-edge
// ok: no-node-only-in-edge
import { jwtVerify } from 'jose';
import { NextResponse, type NextRequest } from 'next/server';
// bad: no-node-only-in-edge
import Redis from 'ioredis';

const redis = new Redis(process.env.REDIS_URL ?? '');

export async function middleware(request: NextRequest) {
  await jwtVerify(request.cookies.get('t')?.value ?? '', new TextEncoder().encode(process.env.SECRET), { algorithms: ['HS256'] });
  await redis.incr('hits');
  return NextResponse.next();
}
