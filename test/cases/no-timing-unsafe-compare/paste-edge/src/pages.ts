// @complete: no-timing-unsafe-compare
import { Hono } from 'hono';
import { eq } from 'drizzle-orm';
import { db } from './db.js';
import { pages } from './schema.js';

type Bindings = { DEPLOY_TOKEN: string };
const app = new Hono<{ Bindings: Bindings }>();

app.post('/pages/:slug/unlock', async (c) => {
  const [page] = await db.select().from(pages).where(eq(pages.slug, c.req.param('slug')));
  const { password } = await c.req.json();
  // bad: no-timing-unsafe-compare
  if (!page || page.password !== password) return c.text('wrong password', 403);
  return c.json(page);
});

app.post('/deploy', async (c) => {
  const token = c.req.header('Authorization')?.replace('Bearer ', '');
  // bad: no-timing-unsafe-compare
  if (token !== c.env.DEPLOY_TOKEN) return c.text('no', 401);
  return c.text('ok');
});

app.get('/pages', async (c) => {
  const cursor = c.req.query('nextToken');
  // ok: no-timing-unsafe-compare
  if (cursor === 'end') return c.json([]);
  const tokenType = c.req.query('token_type');
  // ok: no-timing-unsafe-compare
  if (tokenType !== 'bearer') return c.text('no', 400);
  return c.json([]);
});

export default app;
