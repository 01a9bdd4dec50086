// @complete: no-unbounded-memory-cache
import type { Request, Response } from 'express';
import { LRUCache } from 'lru-cache';

// bad: no-unbounded-memory-cache
const places = new Map<string, object>();
// ok: no-unbounded-memory-cache -- bounded below
const recent = new Map<string, object>();
// bad: no-unbounded-memory-cache
const attempts: Record<string, number> = {};
// bad: no-unbounded-memory-cache
const visits: string[] = [];
// ok: no-unbounded-memory-cache -- filled at the start
const handlers = new Map<string, () => void>();
// ok: no-unbounded-memory-cache
const bounded = new LRUCache<string, object>({ max: 500, ttl: 60_000 });
// bad: no-unbounded-memory-cache
const unbounded = new LRUCache<string, object>({ allowStale: true });
// ok: no-unbounded-memory-cache -- a timer empties it
const hits = new Map<string, number>();
setInterval(() => hits.clear(), 60_000);

export function register(name: string, handler: () => void): void {
  handlers.set(name, handler);
}

export async function place(id: string): Promise<object> {
  const known = places.get(id);
  if (known) return known;
  const found = await load(id);
  places.set(id, found);
  if (recent.size > 1000) recent.delete(recent.keys().next().value!);
  recent.set(id, found);
  bounded.set(id, found);
  unbounded.set(id, found);
  return found;
}

export function login(req: Request, res: Response): void {
  attempts[req.ip!] = (attempts[req.ip!] ?? 0) + 1;
  hits.set(req.ip!, (hits.get(req.ip!) ?? 0) + 1);
  visits.push(req.originalUrl);
  res.sendStatus(204);
}

export function group(rows: { id: string }[]): Map<string, object> {
  // ok: no-unbounded-memory-cache -- of this call alone
  const byId = new Map<string, object>();
  for (const row of rows) byId.set(row.id, row);
  return byId;
}

const load = async (id: string): Promise<object> => ({ id });
