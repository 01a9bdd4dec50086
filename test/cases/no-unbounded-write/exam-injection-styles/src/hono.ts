// @complete: no-unbounded-write
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { carts, db, type Db } from './db.js';

const withDb = createMiddleware<{ Variables: { db: Db } }>(async (c, next) => {
  c.set('db', db);
  await next();
});

export const app = new Hono<{ Variables: { db: Db } }>();
app.use(withDb);

app.delete('/carts', async (c) => {
  const database = c.get('db');
  // bad: no-unbounded-write
  await database.delete(carts);
  return c.body(null, 204);
});

app.delete('/carts/var', async (c) => {
  // bad: no-unbounded-write
  await c.var.db.delete(carts);
  return c.body(null, 204);
});
