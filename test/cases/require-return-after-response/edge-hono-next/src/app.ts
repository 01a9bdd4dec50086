// @complete: require-return-after-response
import { Hono } from 'hono';
import { items } from './items.js';
import { forbidden } from './errors.js';

export const app = new Hono();

app.get('/items/:id', async (c) => {
  const item = await items.find(c.req.param('id'));
  if (!item) {
    // bad: require-return-after-response
    // fix: require-return-after-response
    c.json({ error: 'not found' }, 404);
  }
  // ok: require-return-after-response
  return c.json(item);
});

app.delete('/items/:id', async (c) => {
  // bad-cross: require-return-after-response
  if (c.req.header('x-role') !== 'admin') forbidden(c, 'admins only');
  await items.remove(c.req.param('id'));
  return c.body(null, 204);
});

app.put('/items/:id', async (c) => {
  // ok-cross: require-return-after-response
  if (c.req.header('x-role') !== 'admin') return forbidden(c, 'admins only');
  await items.save(c.req.param('id'), await c.req.json());
  // ok: require-return-after-response
  c.status(204);
  return c.body(null);
});
