// @complete: no-unbounded-memory-cache
import { Hono } from 'hono';
import { lookup, type Place } from './lookup';

// bad: no-unbounded-memory-cache
const byQuery: Record<string, Place> = {};
// bad: no-unbounded-memory-cache
const history: string[] = [];
// ok: no-unbounded-memory-cache -- emptied every minute
const hot = new Map<string, Place>();
// ok: no-unbounded-memory-cache -- capped
const lastTen: string[] = [];
// ok: no-unbounded-memory-cache -- the promise leaves when it settles
const inFlight = new Map<string, Promise<Place>>();

setInterval(() => hot.clear(), 60_000).unref();

export const app = new Hono();

app.get('/places', async (c) => {
  const q = c.req.query('q') ?? '';
  // ok: no-unbounded-memory-cache -- per request
  const local = new Map<string, Place>();
  byQuery[q] ??= await lookup(q);
  history.push(q);
  lastTen.push(q);
  if (lastTen.length > 10) lastTen.shift();
  hot.set(q, byQuery[q]);
  local.set(q, byQuery[q]);
  let pending = inFlight.get(q);
  if (!pending) {
    pending = lookup(q).finally(() => inFlight.delete(q));
    inFlight.set(q, pending);
  }
  return c.json({ place: await pending, local: local.size, history: history.length });
});
