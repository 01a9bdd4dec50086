// @complete: require-rate-limit
import { Hono } from 'hono';
import { RateLimiterMemory } from 'rate-limiter-flexible';

const app = new Hono();
const limiter = new RateLimiterMemory({ points: 5, duration: 60 });

// bad: require-rate-limit
app.post('/sessions', async (c) => c.json(await c.req.json(), 201));
// ok: require-rate-limit
app.post('/auth/otp', async (c) => {
  const { ip } = await c.req.json<{ ip: string }>();
  await limiter.consume(ip);
  return c.body(null, 204);
});
// ok: require-rate-limit
app.post('/notes', async (c) => c.json(await c.req.json(), 201));

export default app;
