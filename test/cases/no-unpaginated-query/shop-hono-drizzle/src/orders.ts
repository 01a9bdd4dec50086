// @complete: no-unpaginated-query
import { and, count, desc, eq, gt, inArray, sum } from 'drizzle-orm';
import { Hono } from 'hono';
import { db, withPagination } from './db.js';
import { customers, orders } from './schema.js';

export const app = new Hono();

app.get('/orders', async (c) => {
  // bad-cross: no-unpaginated-query
  // fix: no-unpaginated-query
  const rows = await db.select().from(orders);
  return c.json(rows);
});

app.get('/orders/:status', async (c) => {
  // bad-cross: no-unpaginated-query
  // fix: no-unpaginated-query
  const rows = await db.select().from(orders).where(eq(orders.status, c.req.param('status'))).orderBy(desc(orders.placedAt));
  return c.json(rows);
});

app.get('/orders/relational', async (c) => {
  // bad-cross: no-unpaginated-query
  // fix: no-unpaginated-query
  const rows = await db.query.orders.findMany({ where: eq(orders.kind, 'gift') });
  return c.json(rows);
});

app.get('/orders/with-customers', async (c) => {
  // bad-cross: no-unpaginated-query
  const rows = await db
    .select({ id: orders.id, email: customers.email })
    .from(orders)
    .leftJoin(customers, eq(customers.id, orders.customerId));
  return c.json(rows);
});

app.get('/orders/steps', async (c) => {
  let query = db.select().from(orders).$dynamic();
  const status = c.req.query('status');
  if (status) query = query.where(eq(orders.status, status));
  // ok-cross: no-unpaginated-query -- the helper limits it
  const rows = await withPagination(query, Number(c.req.query('page') ?? 1));
  return c.json(rows);
});

app.get('/orders/limited', async (c) => {
  const query = db.select().from(orders).orderBy(desc(orders.placedAt));
  // ok-cross: no-unpaginated-query -- limited in a second step
  const rows = await query.limit(50);
  return c.json(rows);
});

app.get('/orders/after', async (c) => {
  // ok-cross: no-unpaginated-query
  const rows = await db.query.orders.findMany({ where: gt(orders.id, c.req.query('after') ?? ''), limit: 50 });
  return c.json(rows);
});

app.get('/customers/:id/orders', async (c) => {
  // ok-cross: no-unpaginated-query -- a parent's id
  const rows = await db.select().from(orders).where(and(eq(orders.customerId, c.req.param('id')), eq(orders.status, 'paid')));
  return c.json(rows);
});

app.post('/orders/lookup', async (c) => {
  const { ids } = await c.req.json<{ ids: string[] }>();
  // ok-cross: no-unpaginated-query
  const rows = await db.select().from(orders).where(inArray(orders.id, ids));
  return c.json(rows);
});

app.get('/customers/by-email', async (c) => {
  // ok-cross: no-unpaginated-query -- unique in the schema
  const [customer] = await db.select().from(customers).where(eq(customers.email, c.req.query('email') ?? ''));
  // ok-cross: no-unpaginated-query
  const newest = await db.query.orders.findFirst({ orderBy: desc(orders.placedAt) });
  return c.json({ customer, newest });
});

app.get('/totals', async (c) => {
  // ok-cross: no-unpaginated-query -- aggregates of one row
  const [total] = await db.select({ n: count(), cents: sum(orders.cents) }).from(orders);
  // ok-cross: no-unpaginated-query
  const open = await db.$count(orders, eq(orders.status, 'open'));
  // ok-cross: no-unpaginated-query -- a row per status
  const perStatus = await db.select({ status: orders.status, n: count() }).from(orders).groupBy(orders.status);
  return c.json({ total, open, perStatus });
});
