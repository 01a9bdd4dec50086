// @complete: no-get-side-effects
import type { NextRequest } from 'next/server';
import Redis from 'ioredis';
import { archiveItem, audit, countView, loadItem } from '../../../lib/items';

const redis = new Redis(process.env.REDIS_URL!);

export async function GET(request: NextRequest) {
  const id = request.nextUrl.searchParams.get('id')!;
  const cached = await redis.get(`item:${id}`);
  if (cached) return Response.json(JSON.parse(cached));
  const [item] = await loadItem(id);
  // ok: no-get-side-effects -- a cache
  await redis.set(`item:${id}`, JSON.stringify(item), 'EX', 60);
  // ok-cross: no-get-side-effects -- a view counter
  await countView(id);
  // ok-cross: no-get-side-effects -- an audit log
  await audit('item.read');
  if (request.nextUrl.searchParams.get('archive') === '1') {
    // bad-cross: no-get-side-effects
    await archiveItem(id);
  }
  return Response.json(item);
}
