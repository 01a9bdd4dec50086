// @complete: require-cache-ttl
import { bounded, edge, eternal, HOUR, local, PLAIN, redis, unbounded } from './client.js';
import { fetchMenu, type Menu } from '../menus.js';

export async function getMenu(id: string): Promise<Menu> {
  const hit = await redis.get(`menu:v1:${id}`);
  if (hit) return JSON.parse(hit) as Menu;
  const menu = await fetchMenu(id);
  // bad: require-cache-ttl
  // fix: require-cache-ttl
  await redis.set(`menu:v1:${id}`, JSON.stringify(menu));
  return menu;
}

export async function getMenuHourly(id: string): Promise<Menu> {
  const hit = await redis.get(`menu:v2:${id}`);
  if (hit) return JSON.parse(hit) as Menu;
  const menu = await fetchMenu(id);
  // ok-cross: require-cache-ttl
  await redis.set(`menu:v2:${id}`, JSON.stringify(menu), HOUR);
  return menu;
}

export async function replaceMenu(id: string, menu: Menu): Promise<void> {
  // bad-cross: require-cache-ttl -- the options give no expiry
  await redis.set(`menu:v3:${id}`, JSON.stringify(menu), PLAIN);
  // ok: require-cache-ttl
  await redis.setEx(`menu:v4:${id}`, 600, JSON.stringify(menu));
}

export async function cacheFields(id: string, menu: Menu): Promise<void> {
  // bad: require-cache-ttl -- a hash used as a cache
  await redis.hSet(`menu:fields:${id}`, { name: menu.name, price: String(menu.price) });
}

export async function cacheFieldsForAMinute(id: string, menu: Menu): Promise<void> {
  // ok: require-cache-ttl
  await redis.hSet(`menu:short:${id}`, { name: menu.name, price: String(menu.price) });
  await redis.expire(`menu:short:${id}`, 60);
}

export async function cacheInOneGo(id: string, menu: Menu): Promise<void> {
  // ok: require-cache-ttl
  await redis.multi().set(`menu:tx:${id}`, JSON.stringify(menu)).expire(`menu:tx:${id}`, 300).exec();
}

export async function withLock(id: string, work: () => Promise<void>): Promise<void> {
  // ok: require-cache-ttl
  const got = await redis.set(`lock:menu:${id}`, '1', { NX: true, PX: 5_000 });
  if (!got) return;
  await work();
  await redis.del(`lock:menu:${id}`);
}

export async function countView(id: string): Promise<number> {
  // ok: require-cache-ttl
  const views = await redis.incr(`views:${id}`);
  if (views === 1) await redis.expire(`views:${id}`, 86_400);
  return views;
}

export async function enqueuePrint(id: string): Promise<void> {
  // ok: require-cache-ttl -- a queue
  await redis.lPush('queue:print', id);
}

export async function getFromEdge(id: string): Promise<Menu> {
  const hit = await edge.get<Menu>(`menu:edge:${id}`);
  if (hit) return hit;
  const menu = await fetchMenu(id);
  // bad: require-cache-ttl
  // fix: require-cache-ttl
  await edge.set(`menu:edge:${id}`, menu);
  // ok: require-cache-ttl
  await edge.set(`menu:edge-short:${id}`, menu, { ex: 30 });
  return menu;
}

export async function getLocal(id: string): Promise<Menu> {
  const hit = local.get<Menu>(id) ?? eternal.get<Menu>(id);
  if (hit) return hit;
  const menu = await fetchMenu(id);
  // ok-cross: require-cache-ttl -- stdTTL 60
  local.set(id, menu);
  // bad-cross: require-cache-ttl -- stdTTL 0
  eternal.set(id, menu);
  return menu;
}

export async function getWrapped(id: string): Promise<Menu> {
  // bad-cross: require-cache-ttl
  const first = await unbounded.wrap(`menu:${id}`, () => fetchMenu(id));
  // ok-cross: require-cache-ttl
  const second = await bounded.wrap(`menu:${id}`, () => fetchMenu(id));
  // ok: require-cache-ttl
  const third = await unbounded.wrap(`menu:short:${id}`, () => fetchMenu(id), 10_000);
  return first ?? second ?? third;
}
