// @complete: no-mass-assignment
import { zValidator } from '@hono/zod-validator';
import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { z } from 'zod';
import { db, links } from './db.js';

const app = new Hono();

app.post('/links', async (c) => {
  const body = await c.req.json();
  // bad: no-mass-assignment
  await db.insert(links).values(body);
  return c.json({ ok: true }, 201);
});

app.post('/links/checked', zValidator('json', z.object({ url: z.string().url() })), async (c) => {
  const body = c.req.valid('json');
  // ok: no-mass-assignment
  await db.insert(links).values(body);
  return c.json({ ok: true }, 201);
});

app.put('/links/:id', async (c) => {
  const { link } = await c.req.json();
  // bad: no-mass-assignment
  await db.update(links).set(link).where(eq(links.id, Number(c.req.param('id'))));
  return c.body(null, 204);
});

app.patch('/links/:id', async (c) => {
  const { url } = await c.req.json();
  // ok: no-mass-assignment
  await db.update(links).set({ url }).where(eq(links.id, Number(c.req.param('id'))));
  return c.body(null, 204);
});

export default app;
