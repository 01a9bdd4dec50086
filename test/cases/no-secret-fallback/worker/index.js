// @complete: no-secret-fallback
import { Hono } from 'hono';

const app = new Hono();
const env = process.env;

app.get('/', (c) => {
  // bad: no-secret-fallback
  // fix: no-secret-fallback
  const key = c.env.SIGNING_KEY || 'unsigned-key';
  // bad: no-secret-fallback
  // fix: no-secret-fallback
  const token = env.SERVICE_TOKEN ? env.SERVICE_TOKEN : 'tok_9f8a7b6c5d4e';
  // ok: no-secret-fallback
  const region = c.env.REGION || 'eu';
  return c.json({ key, token, region });
});

export default app;
