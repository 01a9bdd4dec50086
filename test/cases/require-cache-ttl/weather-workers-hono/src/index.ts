// @complete: require-cache-ttl
import { Hono } from 'hono';
import { Redis } from '@upstash/redis';

type Bindings = { WEATHER_CACHE: KVNamespace; SETTINGS: KVNamespace };
const app = new Hono<{ Bindings: Bindings }>();
const redis = Redis.fromEnv();

app.get('/weather/:city', async (c) => {
  const key = `weather:${c.req.param('city')}`;
  const known = await c.env.WEATHER_CACHE.get(key);
  if (known) return c.json(JSON.parse(known));
  const weather = await load(c.req.param('city'));
  // bad: require-cache-ttl
  // fix: require-cache-ttl
  await c.env.WEATHER_CACHE.put(key, JSON.stringify(weather));
  // ok: require-cache-ttl
  await c.env.WEATHER_CACHE.put(`${key}:short`, JSON.stringify(weather), { expirationTtl: 300 });
  // bad: require-cache-ttl
  // fix: require-cache-ttl
  await redis.set(`weather-cache:${key}`, weather);
  // ok: require-cache-ttl
  await redis.set(`weather-cache:${key}`, weather, { ex: 300 });
  return c.json(weather);
});

app.put('/settings/:name', async (c) => {
  // ok: require-cache-ttl -- settings stay
  await c.env.SETTINGS.put(`settings:${c.req.param('name')}`, await c.req.text());
  return c.body(null, 204);
});

async function load(city: string): Promise<{ city: string }> {
  return { city };
}

export default app;
