// @complete: valid-error-middleware
import { Hono } from 'hono';

export const app = new Hono();
// bad: valid-error-middleware
app.onError((err, c) => {
  console.error(err);
  if (err.name === 'NotFound') return c.json({ error: 'none' }, 404);
});
// ok: valid-error-middleware
app.onError((err, c) => c.json({ error: 'failed' }, 500));

app.use(async (c, next) => {
  try {
    await next();
    // bad: valid-error-middleware -- never runs
  } catch (error) {
    return c.json({ error: 'failed' }, 500);
  }
});
app.use(async (c, next) => {
  // ok: valid-error-middleware
  await next();
  if (c.error) console.error(c.error);
});
